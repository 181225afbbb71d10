package dev.kafkalab.grader.cli.classes;

import dev.kafkalab.grader.cli.process.TerminalLine;
import dev.kafkalab.grader.handin.Handin;
import dev.kafkalab.grader.handin.IntakeListener;
import dev.kafkalab.grader.handin.platform.Shape;
import dev.kafkalab.grader.report.Style;
import java.io.IOException;
import java.io.PrintWriter;

/** Shows on a terminal how many submissions were looked at, and removes what was copied of each. */
final class ClassCheckProgress implements IntakeListener, AutoCloseable {

  private final PrintWriter out;
  private final TerminalLine line;
  private int all;
  private int done;

  ClassCheckProgress(PrintWriter out, Style style) {
    this.out = out;
    this.line = new TerminalLine(out, style == Style.COLOURED);
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
    line.show("%s of %s".formatted(done, all));
  }

  @Override
  public synchronized void close() {
    line.clear();
    out.flush();
  }
}
