package dev.kafkalab.grader.engine;

import dev.kafkalab.grader.thread.Daemon;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Bounds what a shutdown hook may take: whoever presses Ctrl+C waits for it. */
final class LastMoments {

  /** Two seconds are what a person bears; to end takes the rest of them. */
  private static final Duration BOUND = Duration.ofMillis(1_800);

  private static final int INTERRUPTED_EXIT = 130;

  private LastMoments() {}

  /**
   * Does the last work of this JVM. What takes longer than two seconds is given up, and so are the
   * hooks of others that would go on then.
   */
  static void use(Runnable work) {
    CountDownLatch done = new CountDownLatch(1);
    Daemon.start("last-work", () -> doAndTell(work, done));
    Daemon.start("last-bound", () -> haltWhereOthersGoOn());
    await(done);
  }

  private static void doAndTell(Runnable work, CountDownLatch done) {
    try {
      work.run();
    } finally {
      done.countDown();
    }
  }

  private static void haltWhereOthersGoOn() {
    await(new CountDownLatch(1));
    Runtime.getRuntime().halt(INTERRUPTED_EXIT);
  }

  private static void await(CountDownLatch latch) {
    try {
      boolean unused = latch.await(BOUND.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
