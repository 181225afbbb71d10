package dev.kafkalab.grader.cli;

import dev.kafkalab.grader.cli.file.NamedPaths;
import dev.kafkalab.grader.cli.file.ZooFolder;
import dev.kafkalab.grader.cli.option.BrokerOption;
import dev.kafkalab.grader.cli.option.IsolationOption;
import dev.kafkalab.grader.cli.option.JudgeOptions;
import dev.kafkalab.grader.cli.process.ExitCode;
import dev.kafkalab.grader.compare.Comparison;
import dev.kafkalab.grader.engine.Grader;
import dev.kafkalab.grader.engine.GradingRequest;
import dev.kafkalab.grader.folder.WholeFile;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.report.ComparisonJson;
import dev.kafkalab.grader.report.ComparisonText;
import dev.kafkalab.grader.report.ConsoleReport;
import dev.kafkalab.grader.report.Style;
import dev.kafkalab.grader.report.html.ComparisonHtml;
import dev.kafkalab.grader.resources.Pace;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Grades a submission and the reference with the same events, and shows how they differ. */
@Command(
    name = "compare",
    header = "Compares a submission with the reference, criterion by criterion.",
    description =
        "Grades a submission and the reference with the same events, and shows the criteria "
            + "with different results and what each of the two did: settings, calls, commits, and "
            + "what happened step by step.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:compared, whatever the scores",
      "2:invalid command line",
      "3:one of the two cannot be graded",
      "4:the grader itself failed: no score counts"
    })
final class CompareCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "the submission's folder")
  private Path folder = Path.of(".");

  @Mixin private JudgeOptions judge = new JudgeOptions();

  @Option(
      names = "--with",
      paramLabel = "DIR",
      description = "compare with this solution (default: reference-solution)")
  private @Nullable Path other;

  @Option(names = "--json", paramLabel = "FILE", description = "also write the comparison as JSON")
  private @Nullable Path json;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "also write the comparison as an HTML page")
  private @Nullable Path html;

  @Mixin private BrokerOption broker = new BrokerOption();

  @Mixin private IsolationOption isolation = new IsolationOption();

  @Override
  public Integer call() {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    Set<String> criteria = judge.criteria(command);
    Style style = Ansi.AUTO.enabled() ? Style.COLOURED : Style.PLAIN;
    Path reference = other == null ? ZooFolder.of(command).reference() : other;
    check(new NamedPaths(command), reference);
    GradingRequest request =
        new GradingRequest(folder, criteria, broker.choice(), judge.seed(), Pace.ALONE)
            .in(isolation.choice(command));
    GradedSubmission submission = grade(request, command, style);
    if (!submission.isGradable()) {
      return notGradable(submission, command, style);
    }
    GradedSubmission graded = grade(request.of(reference), command, style);
    if (!graded.isGradable()) {
      return notGradable(graded, command, style);
    }
    Comparison comparison = Comparison.of(submission, graded);
    PrintWriter out = command.getOut();
    out.println();
    out.print(ComparisonText.of(comparison, style));
    out.flush();
    if (json != null) {
      WholeFile.write(json, ComparisonJson.of(comparison));
    }
    if (html != null) {
      WholeFile.write(html, ComparisonHtml.of(comparison));
    }
    return (comparison.isIncomplete() ? ExitCode.INFRASTRUCTURE : ExitCode.GRADED).number();
  }

  private void check(NamedPaths named, Path reference) {
    named.checkFolder(folder);
    named.checkFolder(reference);
    named.checkReports(Stream.of(json, html).flatMap(Stream::ofNullable).toList());
  }

  private static GradedSubmission grade(GradingRequest request, CommandLine command, Style style) {
    PrintWriter progress = command.getErr();
    progress.println(request.folder());
    progress.flush();
    return Grader.grade(
        request,
        (result, soFar) -> {
          progress.println(ConsoleReport.tick(result, style));
          progress.flush();
        });
  }

  /** There is nothing to compare, so this only says why it cannot be graded. */
  private static int notGradable(GradedSubmission graded, CommandLine command, Style style) {
    command.getOut().println();
    command.getOut().print(ConsoleReport.of(graded, style));
    command.getOut().flush();
    return ExitCode.of(graded, 0).number();
  }
}
