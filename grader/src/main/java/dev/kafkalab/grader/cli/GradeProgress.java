package dev.kafkalab.grader.cli;

import dev.kafkalab.grader.cli.file.ReportFiles;
import dev.kafkalab.grader.cli.process.TerminalLine;
import dev.kafkalab.grader.clock.Ticker;
import dev.kafkalab.grader.engine.GradingListener;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.report.ConsoleReport;
import dev.kafkalab.grader.report.Style;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Shows how a grading goes: a line for each criterion that has ended, and on a terminal one that
 * changes, with what the others wait for.
 */
final class GradeProgress implements GradingListener {

  private static final Duration PAUSE = Duration.ofMillis(500);

  /** A longer line would wrap on a narrow terminal, and could not be replaced. */
  private static final int WIDTH = 78;

  private final PrintWriter out;
  private final Style style;
  private final ReportFiles files;
  private final BiFunction<CriterionResult, Style, String> line;
  private final TerminalLine waiting;
  private @Nullable Ticker shown;
  private boolean hasEnded;

  GradeProgress(PrintWriter out, Style style, ReportFiles files) {
    this(out, style, files, ConsoleReport::tick);
  }

  /**
   * Shows a grading in another way.
   *
   * @param line what is said of a criterion that has ended
   */
  GradeProgress(
      PrintWriter out,
      Style style,
      ReportFiles files,
      BiFunction<CriterionResult, Style, String> line) {
    this.out = out;
    this.style = style;
    this.files = files;
    this.line = line;
    this.waiting = new TerminalLine(out, style == Style.COLOURED);
  }

  @Override
  public synchronized void began(Supplier<Map<String, String>> waits) {
    if (style == Style.COLOURED) {
      shown = Ticker.start("show-waits", PAUSE, () -> show(waits.get()));
    }
  }

  @Override
  public synchronized void judged(CriterionResult result, Supplier<GradedSubmission> soFar) {
    waiting.clear();
    out.println(line.apply(result, style));
    out.flush();
    files.write(soFar);
  }

  @Override
  public synchronized void ended(GradedSubmission graded) {
    hasEnded = true;
    if (shown != null) {
      shown.stop();
    }
    waiting.clear();
    out.flush();
  }

  private synchronized void show(Map<String, String> waits) {
    if (!hasEnded && !waits.isEmpty()) {
      waiting.show(line(waits));
    }
  }

  /** Returns what they wait for, the first ones in full as far as there is room. */
  static String line(Map<String, String> waits) {
    String all =
        waits.entrySet().stream()
            .map(
                each ->
                    each.getValue().isEmpty()
                        ? each.getKey()
                        : each.getKey() + " waits for " + each.getValue())
            .collect(Collectors.joining("; "));
    String line = "  … " + all;
    return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 1) + "…";
  }
}
