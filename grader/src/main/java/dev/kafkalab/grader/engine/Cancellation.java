package dev.kafkalab.grader.engine;

import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.CancellationToken;

/** Ends a grading early, for somebody who does not want to know its result any more. */
public final class Cancellation {

  private final CancellationToken token = CancellationToken.create();
  private @Nullable Runnable end;

  /**
   * Ends all that the grading started; its criteria end soon after, and what they say does not
   * count.
   */
  public synchronized void cancel() {
    token.cancel();
    if (end != null) {
      end.run();
    }
  }

  /** Returns whether somebody has cancelled it. */
  public boolean isCancelled() {
    return token.isCancellationRequested();
  }

  /** Returns what keeps JUnit from beginning more criteria. */
  CancellationToken token() {
    return token;
  }

  /** Says what ends the grading; it is done at once if somebody has cancelled it before. */
  synchronized void endBy(Runnable end) {
    this.end = end;
    if (isCancelled()) {
      end.run();
    }
  }
}
