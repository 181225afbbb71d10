package dev.kafkalab.grader.criteria.stage;

import dev.kafkalab.grader.clock.Deadline;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Sees whether something still moves on. */
final class Progress {

  private final Duration bound;
  private final LongSupplier position;
  private long last;
  private Deadline next;

  /**
   * Begins to look.
   *
   * @param bound how long it may stand still, in the time of a {@link Deadline}
   * @param position grows while it moves on
   */
  Progress(Duration bound, LongSupplier position) {
    this.bound = bound;
    this.position = position;
    this.last = position.getAsLong();
    this.next = Deadline.in(bound);
  }

  /** Returns whether it has stood still for too long. */
  boolean hasStopped() {
    boolean over = next.hasPassed(); // before the last look, not after it
    long now = position.getAsLong();
    if (now <= last) {
      return over;
    }
    last = now;
    next = Deadline.in(bound);
    return false;
  }
}
