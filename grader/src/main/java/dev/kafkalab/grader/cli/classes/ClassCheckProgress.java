package dev.kafkalab.grader.cli.classes;

import dev.kafkalab.grader.handin.Handin;
import dev.kafkalab.grader.handin.IntakeListener;
import dev.kafkalab.grader.handin.platform.Shape;
import dev.kafkalab.grader.report.Style;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;

/** Shows on a terminal how many submissions were looked at, and removes what was copied of each. */
final class ClassCheckProgress implements IntakeListener, AutoCloseable {

  /** To the start of the line, and away with it: ECMA-48. */
  private static final String CLEAR = "\r\u001B[K";

  private final PrintWriter out;
  private final boolean isShown;
  private int all;
  private int done;

  ClassCheckProgress(PrintWriter out, Style style) {
    this.out = out;
    this.isShown = style == Style.COLOURED;
  }

  @Override
  public synchronized void recognized(Shape shape, int submissions) {
    all = submissions;
  }

  @Override
  public void read(Handin handin) throws IOException {
    handin.discardCopy();
    tick();
  }

  private synchronized void tick() {
    done++;
    if (isShown) {
      out.printf(Locale.ROOT, "%s%d of %d", CLEAR, done, all);
      out.flush();
    }
  }

  @Override
  public synchronized void close() {
    if (isShown) {
      out.print(CLEAR);
      out.flush();
    }
  }
}
