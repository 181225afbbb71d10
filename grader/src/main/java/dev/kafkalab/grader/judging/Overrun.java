package dev.kafkalab.grader.judging;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Interrupts the thread that judges a criterion where that takes longer than any can: each wait has
 * a bound of its own, but on a machine with a hundred times too much to do they add up to an hour.
 */
final class Overrun implements AutoCloseable {

  private final Thread judging = Thread.currentThread();
  private boolean over;
  private boolean happened;

  private Overrun() {}

  /**
   * Watches the thread that calls this, until it closes what is returned.
   *
   * @param bound by a wall clock
   */
  static Overrun after(Duration bound) {
    Overrun overrun = new Overrun();
    var unused =
        CompletableFuture.runAsync(
            overrun::interrupt,
            CompletableFuture.delayedExecutor(bound.toMillis(), TimeUnit.MILLISECONDS));
    return overrun;
  }

  /** Interrupts the thread, unless it has come to its end. */
  synchronized void interrupt() {
    if (!over) {
      happened = true;
      judging.interrupt();
    }
  }

  /** Returns whether it took that long. */
  synchronized boolean happened() {
    return happened;
  }

  /** Ends the watch; the thread is not interrupted any more. */
  @Override
  public synchronized void close() {
    over = true;
    if (happened) {
      boolean unused = Thread.interrupted();
    }
  }
}
