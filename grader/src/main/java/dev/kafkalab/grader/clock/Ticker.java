package dev.kafkalab.grader.clock;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does something again and again on a daemon thread, until it is stopped or this JVM ends. */
public final class Ticker {

  private final ScheduledExecutorService ticking;

  private Ticker(ScheduledExecutorService ticking) {
    this.ticking = ticking;
  }

  /**
   * Starts at once.
   *
   * @param pause between the end of one time and the start of the next
   */
  public static Ticker start(String name, Duration pause, Runnable work) {
    ScheduledExecutorService ticking =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
    var unused =
        ticking.scheduleWithFixedDelay(
            () -> onceMore(work), 0, pause.toNanos(), TimeUnit.NANOSECONDS);
    return new Ticker(ticking);
  }

  /** Stops; what is being done just now is done to its end. */
  public void stop() {
    ticking.shutdown();
  }

  /** An executor never repeats what has thrown, and a clock that stands ends no wait. */
  private static void onceMore(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | OutOfMemoryError e) {
      return; // the next time tells
    }
  }
}
