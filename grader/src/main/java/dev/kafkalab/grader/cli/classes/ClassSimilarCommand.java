package dev.kafkalab.grader.cli.classes;

import dev.kafkalab.grader.classrun.Participant;
import dev.kafkalab.grader.classrun.Participants;
import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.book.RunProblem;
import dev.kafkalab.grader.classrun.book.RunSettings;
import dev.kafkalab.grader.classrun.book.SimilarPairs;
import dev.kafkalab.grader.classrun.similar.NotCompared;
import dev.kafkalab.grader.classrun.similar.SimilarityCheck;
import dev.kafkalab.grader.cli.classes.shared.ClassFiles;
import dev.kafkalab.grader.cli.classes.shared.ClassReading;
import dev.kafkalab.grader.cli.classes.shared.ClassSourceCheck;
import dev.kafkalab.grader.cli.classes.shared.Unwatched;
import dev.kafkalab.grader.cli.process.Complaint;
import dev.kafkalab.grader.cli.process.ExitCode;
import dev.kafkalab.grader.cli.process.Repository;
import dev.kafkalab.grader.feedback.DeadText;
import dev.kafkalab.grader.handin.HandedIn;
import dev.kafkalab.grader.handin.mend.Reading.Gradable;
import dev.kafkalab.grader.report.Style;
import dev.kafkalab.grader.resources.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares the submissions of a class with each other. */
@Command(
    name = "similar",
    header = "Compares the submissions of a class with each other, and with the reference.",
    description =
        "JPlag does it, on a JDK 21 or newer beside this one; Maven gets it the first time. What the template "
            + "has does not count. RUN gets the pairs (similar.json, class.html) and JPlag's own result "
            + "(similar.jplag). No code of a student runs, and nothing leaves this machine.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:compared",
      "2:invalid command line, there is no run in RUN, or its submissions cannot be opened",
      "4:there is no newer JDK, no Maven or no JPlag here, or it failed"
    })
final class ClassSimilarCommand implements Callable<Integer> {

  private static final double PERCENT = 100;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "RUN", description = "the folder that 'class grade' wrote")
  private Path run = Path.of(".");

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "SOURCE",
      description = "the folder or archive of all submissions (default: the run's)")
  private @Nullable Path source;

  @Option(
      names = "--at-least",
      paramLabel = "PERCENT",
      description = "name the pairs that are at least so much alike (default: ${DEFAULT-VALUE})",
      defaultValue = "50")
  private int least = 50;

  @Option(
      names = "--most",
      paramLabel = "N",
      description = "name at most so many pairs (default: ${DEFAULT-VALUE})",
      defaultValue = "50")
  private int most = 50;

  @Option(
      names = "--jdk",
      paramLabel = "DIR",
      description = "the JDK for JPlag (default: one beside this JDK, or that JAVA_HOME_... names)")
  private @Nullable Path jdk;

  @Override
  public Integer call() throws IOException {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    if (least < 0 || least > PERCENT || most < 1) {
      throw new Complaint(command, "--at-least must be 0 to 100, and --most 1 or more.");
    }
    WorkFolder work = new WorkFolder();
    Runtime.getRuntime().addShutdownHook(new Thread(work::delete, "remove-copies"));
    try {
      return compare(ClassFiles.read(run), work.path(), command);
    } catch (RunProblem e) {
      throw new Complaint(command, DeadText.of(e.sentence()));
    } catch (NotCompared e) {
      command.getErr().println(DeadText.of(e.sentence()));
      command.getErr().flush();
      return ExitCode.INFRASTRUCTURE.number();
    } finally {
      work.delete();
    }
  }

  private int compare(ClassBook book, Path work, CommandLine command)
      throws IOException, RunProblem, NotCompared {
    Style style = Ansi.AUTO.enabled() ? Style.COLOURED : Style.PLAIN;
    RunSettings settings = book.settings();
    Path all = source == null ? Path.of(settings.source()) : source;
    ClassSourceCheck.check(all, settings.roster(), command);
    Path root = Repository.root();
    SimilarityCheck check =
        SimilarityCheck.prepare(root, jdk, Files.createDirectory(work.resolve("jplag")));
    Map<String, Path> submissions = submissions(all, settings, work.resolve("copies"), command);
    if (submissions.size() < 2) {
      throw new Complaint(command, "There are fewer than two submissions that can be compared.");
    }
    Path reference = root.resolve(SimilarPairs.REFERENCE);
    if (Files.isDirectory(reference)) {
      submissions.putIfAbsent(SimilarPairs.REFERENCE, reference);
    }
    SimilarPairs pairs;
    try (PairProgress progress = new PairProgress(command.getErr(), style)) {
      pairs =
          check.compare(
              submissions,
              root.resolve("student-template"),
              run,
              least / PERCENT,
              most,
              progress::show);
    }
    ClassFiles.writePage(run);
    command.getOut().print(ClassSimilarTable.of(pairs, book, run));
    command.getOut().flush();
    return ExitCode.GRADED.number();
  }

  private static Map<String, Path> submissions(
      Path source, RunSettings settings, Path work, CommandLine command) throws IOException {
    Path roster = settings.roster() == null ? null : Path.of(settings.roster());
    HandedIn handedIn =
        new ClassReading(source, roster, settings.strict(), command)
            .into(Files.createDirectory(work), new Unwatched());
    Map<String, Path> folders = new LinkedHashMap<>();
    for (Participant each : Participants.of(handedIn)) {
      if (each.handin() != null && each.handin().reading() instanceof Gradable gradable) {
        folders.put(each.id(), gradable.folder());
      }
    }
    return folders;
  }
}
