package dev.kafkalab.grader.criteria.stage;

import java.time.Duration;

/**
 * Sees a consumer that goes on asking for records after the lab's ten seconds for a commit: on a
 * machine with too much to do, a wait alone would be long enough for a timer of half a minute, too.
 */
public final class LateTimer {

  /** The lab's ten seconds, and some for a loop that looks at its timer now and then. */
  private static final Duration DUE = Duration.ofSeconds(14);

  /** A loop that has come round so often has looked at its timer. */
  private static final int ROUNDS = 5;

  private final long begin = System.nanoTime();
  private long fetches = -1;

  /** Returns whether this run has gone on for too long without a commit since this began. */
  public boolean isOverdue(StudentRun run) {
    if (System.nanoTime() - begin < DUE.toNanos()) {
      return false;
    }
    long now = run.tap().fetches();
    if (fetches < 0) {
      fetches = now;
    }
    return now >= fetches + ROUNDS;
  }
}
