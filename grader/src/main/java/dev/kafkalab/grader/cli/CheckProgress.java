package dev.kafkalab.grader.cli;

import dev.kafkalab.grader.selfcheck.Certificate;
import dev.kafkalab.grader.selfcheck.Checked;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Shows the progress of many gradings, one line each, with the time left. */
final class CheckProgress {

  private static final long NANOS = 1_000_000_000;

  private final PrintWriter out;
  private final int all;
  private final @Nullable Path json;
  private final long start = System.nanoTime();
  private int done;

  CheckProgress(PrintWriter out, int all, @Nullable Path json) {
    this.out = out;
    this.all = all;
    this.json = json;
  }

  /** Also writes the results so far, so that they survive if the run is killed. */
  synchronized void tick(Checked checked, Certificate soFar) {
    Certificates.write(soFar, json);
    done++;
    long left = (System.nanoTime() - start) / done * (all - done) / NANOS;
    out.printf(
        Locale.ROOT,
        "%s %3d of %d  %s  (about %d s left)%n",
        checked.isRight() ? "✓" : "✗",
        done,
        all,
        checked.submission(),
        left);
    out.flush();
  }
}
