package dev.kafkalab.grader.cli;

import dev.kafkalab.grader.selfcheck.Checked;
import java.io.PrintWriter;

/** Tells how far many gradings have come, a line for each, with the time left. */
final class CheckProgress {

  private static final long NANOS = 1_000_000_000;

  private final PrintWriter out;
  private final int all;
  private final long start = System.nanoTime();
  private int done;

  CheckProgress(PrintWriter out, int all) {
    this.out = out;
    this.all = all;
  }

  synchronized void tick(Checked checked) {
    done++;
    long left = (System.nanoTime() - start) / done * (all - done) / NANOS;
    out.printf(
        "%s %3d of %d  %s  (about %d s left)%n",
        checked.isRight() ? "✓" : "✗", done, all, checked.submission(), left);
    out.flush();
  }
}
