package dev.kafkalab.grader.cli;

import dev.kafkalab.grader.cli.file.NamedPaths;
import dev.kafkalab.grader.cli.file.ReportFiles;
import dev.kafkalab.grader.cli.file.ReportFormat;
import dev.kafkalab.grader.cli.option.BrokerOption;
import dev.kafkalab.grader.cli.option.IsolationOption;
import dev.kafkalab.grader.cli.option.JudgeOptions;
import dev.kafkalab.grader.cli.process.ExitCode;
import dev.kafkalab.grader.engine.Grader;
import dev.kafkalab.grader.engine.GradingRequest;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.FeedbackText;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.report.ConsoleReport;
import dev.kafkalab.grader.report.Style;
import dev.kafkalab.grader.resources.Pace;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Grades one submission and shows the report. */
@Command(
    name = "grade",
    description =
        "Grades a submission: a Maven module, a folder of Java sources, or an archive of either. "
            + "What has only one reading is mended in a copy.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:graded, whatever the score",
      "1:below --fail-under",
      "2:invalid command line",
      "3:the submission cannot be graded",
      "4:the grader itself failed: no score counts"
    })
final class GradeCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "DIR",
      description = "the submission's folder, or its zip or tar.gz file")
  private Path folder = Path.of(".");

  @Mixin private JudgeOptions judge = new JudgeOptions();

  @Mixin private BrokerOption.OrSurroundings broker = new BrokerOption.OrSurroundings();

  @Mixin private IsolationOption isolation = new IsolationOption();

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "also write the report as JSON: short for --report json=FILE")
  private @Nullable Path json;

  @Option(
      names = "--report",
      paramLabel = "FORMAT=FILE",
      description =
          "also write the report in another format, updated after each criterion; - means "
              + "standard output, at the end. Formats: ${COMPLETION-CANDIDATES}",
      completionCandidates = ReportFiles.Formats.class,
      converter = ReportFiles.Converter.class)
  private List<ReportFiles.Target> reports = new ArrayList<>();

  @Option(
      names = "--path-prefix",
      paramLabel = "PATH",
      description = "prefix for the submission's paths in annotations and in CTRF",
      defaultValue = "")
  private String pathPrefix = "";

  @Option(
      names = "--fail-under",
      paramLabel = "N",
      description = "exit with 1 if the score, without bonus points, is below N")
  private int failUnder;

  @Option(names = "--timings", description = "show how long each part took")
  private boolean timings;

  @Option(
      names = "--debug",
      description =
          "make each of the student's JVMs wait for a debugger on port 5005, one at a time, without deadlines")
  private boolean debug;

  @Override
  public Integer call() throws IOException {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    Set<String> criteria = judge.criteria(command);
    List<ReportFiles.Target> targets = targets();
    NamedPaths named = new NamedPaths(command);
    if (targets.isEmpty() && !NamedSubmission.isArchive(folder)) {
      named.checkFolder(folder); // with reports, an empty hand-in gets a result with 0 points
    }
    named.checkReports(ReportFiles.filesOf(targets));
    try (NamedSubmission submission = NamedSubmission.read(folder)) {
      Optional<Feedback> refusal = submission.refusal();
      refusal.ifPresent(problem -> FeedbackText.lines(problem).forEach(command.getErr()::println));
      return refusal.isPresent() && targets.isEmpty()
          ? ExitCode.NOT_GRADABLE.number()
          : grade(submission, criteria, targets);
    }
  }

  private int grade(
      NamedSubmission submission, Set<String> criteria, List<ReportFiles.Target> targets) {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    Style style = Ansi.AUTO.enabled() ? Style.COLOURED : Style.PLAIN;
    PrintWriter progress = command.getErr();
    if (debug) {
      progress.println(
          "Each of the student's JVMs waits for a debugger: attach yours to localhost:5005, once for each. Nothing has a deadline.");
      progress.flush();
    }
    ReportFiles files = new ReportFiles(targets, submission.pathPrefix(pathPrefix));
    GradedSubmission graded =
        Grader.grade(
            new GradingRequest(
                    submission.folder(),
                    criteria,
                    broker.choice(command),
                    judge.seed(),
                    debug ? Pace.DEBUGGED : Pace.ALONE)
                .in(isolation.choice(command)),
            new GradeProgress(progress, style, files));
    PrintWriter out = command.getOut();
    out.println();
    submission.remark().ifPresent(out::println);
    out.print(ConsoleReport.of(graded, style));
    if (timings) {
      out.println();
      out.print(ConsoleReport.timings(graded));
    }
    out.flush();
    files.finish(graded, out);
    return ExitCode.of(graded, failUnder).number();
  }

  private List<ReportFiles.Target> targets() {
    List<ReportFiles.Target> targets = new ArrayList<>(reports);
    if (json != null) {
      targets.add(new ReportFiles.Target(ReportFormat.JSON, json.toString()));
    }
    return targets;
  }
}
