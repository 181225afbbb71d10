package dev.kafkalab.grader.cli.classes;

import dev.kafkalab.grader.cli.process.TerminalLine;
import dev.kafkalab.grader.report.Style;
import java.io.PrintWriter;
import java.util.Locale;

/** Shows on a terminal how many pairs of submissions are compared, and how long the rest takes. */
final class PairProgress implements AutoCloseable {

  private static final double NANOS_PER_SECOND = 1e9;

  private final PrintWriter out;
  private final TerminalLine line;
  private final long start = System.nanoTime();

  PairProgress(PrintWriter out, Style style) {
    this.out = out;
    this.line = new TerminalLine(out, style == Style.COLOURED);
  }

  /** Says that so many of all pairs are compared. */
  void show(int done, int all) {
    double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
    line.show(
        String.format(
            Locale.ROOT,
            "%d of %d pairs compared, %.0f s left",
            done,
            all,
            seconds / done * (all - done)));
  }

  @Override
  public void close() {
    line.clear();
    out.flush();
  }
}
