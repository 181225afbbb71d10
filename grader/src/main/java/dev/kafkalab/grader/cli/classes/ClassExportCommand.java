package dev.kafkalab.grader.cli.classes;

import dev.kafkalab.grader.classrun.RunFolder;
import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.book.RunProblem;
import dev.kafkalab.grader.classrun.export.sheet.SheetProblem;
import dev.kafkalab.grader.cli.classes.shared.ClassFiles;
import dev.kafkalab.grader.cli.process.Complaint;
import dev.kafkalab.grader.cli.process.ExitCode;
import dev.kafkalab.grader.feedback.DeadText;
import dev.kafkalab.grader.report.JsonText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings the points of a class to a learning platform. */
@Command(
    name = "export",
    header = "Fills in a platform's sheet of grades, and writes feedback for it.",
    description =
        "Takes what counts from RUN, with what lateness costs and what was given by hand. A sheet is "
            + "filled in as the platform handed it out: nothing but the points (in Moodle also the "
            + "comments) is changed, and each row is accounted for.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:each row is accounted for",
      "2:invalid command line, no run, or not a sheet of this platform: nothing was written",
      "3:something is for you to decide: a question, a student who is not in the sheet, points above "
          + "the maximum, a submission without a result, or points by hand for nobody",
      "4:the grader judged a known submission wrongly: nothing was written"
    })
final class ClassExportCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "RUN", description = "the folder that the class was graded into")
  private Path run = Path.of(".");

  @Mixin private ClassExportTargets targets = new ClassExportTargets();

  @Mixin private LateOptions late = new LateOptions();

  @Option(names = "--anyway", description = "export although a known submission was judged wrongly")
  private boolean isAnyway;

  @Override
  public Integer call() throws IOException {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    if (!RunFolder.isRun(run)) {
      throw new Complaint(
          command, "There is no run in '%s': grade a class into it first.".formatted(run));
    }
    targets.check(command);
    try {
      return export(command);
    } catch (RunProblem e) {
      throw new Complaint(command, DeadText.of(e.sentence()));
    }
  }

  private int export(CommandLine command) throws IOException, RunProblem {
    if (late.areGiven()) {
      try (RunFolder folder = RunFolder.open(run)) {
        folder.write(ClassBook.POLICY, JsonText.of(late.after(folder.policy(), command)));
      }
    }
    ClassBook book = ClassFiles.read(run);
    if (!book.isTrustworthy()) {
      ClassExportText.ofCanaries(book)
          .forEach(line -> command.getErr().println(ClassExportText.dead(line)));
      if (!isAnyway) {
        command.getErr().println("Nothing was exported. --anyway does it nevertheless.");
        command.getErr().flush();
        return ExitCode.INFRASTRUCTURE.number();
      }
    }
    try {
      boolean needsDecision = new ClassExports(targets, book, command).write();
      return (needsDecision ? ExitCode.NOT_GRADABLE : ExitCode.GRADED).number();
    } catch (SheetProblem e) {
      return refuse(e, command);
    }
  }

  private static int refuse(SheetProblem problem, CommandLine command) {
    if (!problem.isQuestion()) {
      throw new Complaint(command, DeadText.of(problem.sentence()));
    }
    command.getErr().println(DeadText.of(problem.sentence()));
    command.getErr().flush();
    return ExitCode.NOT_GRADABLE.number();
  }
}
