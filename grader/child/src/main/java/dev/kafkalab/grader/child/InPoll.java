package dev.kafkalab.grader.child;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Does something while a consumer is in {@code poll()}.
 *
 * <p>On a busy machine a {@code stop()} may come while the loop is between two polls, where it
 * needs no wakeup. So the consumer's thread is held where it enters {@code poll()}, for no longer
 * than {@code stop()} takes.
 */
final class InPoll {

  /** A consumer that enters none for so long is in a long one. */
  private static final long MOST_WAITED_MILLIS = 2_000;

  /** A {@code stop()} that waits for {@code run()} would never return otherwise. */
  private static final long MOST_HELD_MILLIS = 1_000;

  private volatile @Nullable Visit visit;

  private static final class Visit {
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch left = new CountDownLatch(1);
  }

  /** Does it as soon as a poll is entered, or after a while without one. */
  void perform(Runnable work) {
    Visit mine = new Visit();
    visit = mine;
    try {
      boolean unused = mine.entered.await(MOST_WAITED_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try {
      work.run();
    } finally {
      visit = null;
      mine.left.countDown();
    }
  }

  /** Is called by whoever enters a poll. */
  void entered() {
    Visit now = visit;
    if (now == null) {
      return;
    }
    now.entered.countDown();
    try {
      boolean unused = now.left.await(MOST_HELD_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // poll() is to find out
    }
  }
}
