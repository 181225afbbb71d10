package dev.kafkalab.grader.cli;

import dev.kafkalab.grader.cli.file.NamedPaths;
import dev.kafkalab.grader.cli.process.Build;
import dev.kafkalab.grader.cli.process.Complaint;
import dev.kafkalab.grader.cli.process.ExitCode;
import dev.kafkalab.grader.cli.process.Repository;
import dev.kafkalab.grader.handout.FirstCommit;
import dev.kafkalab.grader.handout.Handout;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the folder that students get. */
@Command(
    name = "handout",
    header = "Makes the folder that students get: the lab and the grader, without any solution.",
    description =
        "Makes a new git repository with one commit: the template, lab-api, the launcher and the "
            + "grader as jars. Students grade in it with nothing but a JDK.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:it is there", "2:invalid command line", "4:it could not be made"})
final class HandoutCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "the new folder; it must be empty if it exists")
  private Path folder = Path.of(".");

  @Option(
      names = "--with-answers",
      description = "include the reference solution: for instructors only")
  private boolean withAnswers;

  @Override
  public Integer call() throws IOException {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    new NamedPaths(command).checkNewFolder(folder);
    Handout handout = new Handout(Repository.root(), build(command));
    if (!handout.isPossible()) {
      throw new Complaint(
          command, "This is a handout itself: make one in the grader's own repository.");
    }
    List<String> uncommitted = handout.uncommitted();
    if (!uncommitted.isEmpty()) {
      throw new Complaint(
          command,
          "Students get what is committed, and these files have changes that are not: %s. Commit them if students are to have them; otherwise undo them."
              .formatted(String.join(", ", uncommitted)));
    }
    handout.writeTo(folder, withAnswers);
    PrintWriter out = command.getOut();
    Optional<String> problem = FirstCommit.of(folder);
    out.printf(
        "%s has the lab and the grader%s.%n",
        folder, withAnswers ? ", with the reference solution: do not give it to students" : "");
    out.println(
        problem
            .map(
                why ->
                    "It is not a git repository, since %s. To make it one, run in it: git init && git add --all && git commit -m 'Start the lab'"
                        .formatted(why))
            .orElse("It is a git repository with one commit."));
    out.flush();
    return ExitCode.GRADED.number();
  }

  private static Path build(CommandLine command) {
    return Build.own()
        .map(Build::folder)
        .orElseThrow(
            () -> new Complaint(command, "Only ./lab can make a handout: it has the jars."));
  }
}
