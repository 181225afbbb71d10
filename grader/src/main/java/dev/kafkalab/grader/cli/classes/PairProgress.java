package dev.kafkalab.grader.cli.classes;

import dev.kafkalab.grader.report.Style;
import java.io.PrintWriter;
import java.util.Locale;

/** Shows on a terminal how many pairs of submissions are compared, and how long the rest takes. */
final class PairProgress implements AutoCloseable {

  /** To the start of the line, and away with it: ECMA-48. */
  private static final String CLEAR = "\r\u001B[K";

  private static final double NANOS_PER_SECOND = 1e9;

  private final PrintWriter out;
  private final boolean isShown;
  private final long start = System.nanoTime();

  PairProgress(PrintWriter out, Style style) {
    this.out = out;
    this.isShown = style == Style.COLOURED;
  }

  /** Says that so many of all pairs are compared. */
  void show(int done, int all) {
    if (isShown) {
      double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
      out.printf(
          Locale.ROOT,
          "%s%d of %d pairs compared, %.0f s left",
          CLEAR,
          done,
          all,
          seconds / done * (all - done));
      out.flush();
    }
  }

  @Override
  public void close() {
    if (isShown) {
      out.print(CLEAR);
      out.flush();
    }
  }
}
