package dev.kafkalab.grader.clock;

import java.time.Duration;

/**
 * When a wait for the student's code ends, in the time that the machine could give it.
 *
 * <p>On a machine with nothing else to do it is a wall clock's. On one with too much to do it comes
 * later, at most {@value FairClock#SLOWEST} times as late: a right solution that had no turn is not
 * a wrong one.
 */
public final class Deadline {

  private final Duration bound;
  private final long fairStart = FairClock.nanoTime();
  private final long start = System.nanoTime();

  private Deadline(Duration bound) {
    this.bound = bound;
  }

  /** Begins to count. */
  public static Deadline in(Duration bound) {
    return new Deadline(bound);
  }

  /** Returns when it has passed at the latest, on a wall clock. */
  public static Duration latest(Duration bound) {
    return bound.multipliedBy(FairClock.SLOWEST);
  }

  /** Returns whether the time is over. */
  public boolean hasPassed() {
    return FairClock.nanoTime() - fairStart >= bound.toNanos()
        || waited().compareTo(latest(bound)) >= 0;
  }

  /** Returns how long it was waited, on a wall clock. */
  public Duration waited() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Returns how many times slower than alone the student's code was since the wait began. */
  public double slowness() {
    return (double) waited().toNanos() / Math.max(1, FairClock.nanoTime() - fairStart);
  }
}
