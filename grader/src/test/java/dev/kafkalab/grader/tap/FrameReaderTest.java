package dev.kafkalab.grader.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FrameReaderTest {

  private static final byte[] TWO_FRAMES = {0, 0, 0, 1, 42, 0, 0, 0, 1, 43};

  @Test
  void readsNoFrameForWhichThereIsNoMemoryUntilAnotherHasGone() throws Exception {
    Semaphore budget = new Semaphore(100);
    FrameQueue queue = new FrameQueue(budget);
    FrameReader reader = new FrameReader(new ByteArrayInputStream(TWO_FRAMES), queue);
    Frame first = reader.next();

    CompletableFuture<Frame> second = CompletableFuture.supplyAsync(() -> next(reader));
    await().until(budget::hasQueuedThreads);
    assertThat(second).isNotDone();

    queue.release(first.weight());
    assertThat(second.get(10, TimeUnit.SECONDS).payload()).containsExactly(43);
  }

  @Test
  void givesBackTheMemoryOfAFrameThatNeverCame() {
    Semaphore budget = new Semaphore(100);
    byte[] cutShort = {0, 0, 0, 9, 1};
    FrameReader reader =
        new FrameReader(new ByteArrayInputStream(cutShort), new FrameQueue(budget));
    assertThatExceptionOfType(EOFException.class).isThrownBy(reader::next);
    assertThat(budget.availablePermits()).isEqualTo(100);
  }

  @Test
  void dropGivesBackTheMemoryOfWhatIsHereAndOfWhatStillComes() throws Exception {
    Semaphore budget = new Semaphore(1000);
    FrameQueue queue = new FrameQueue(budget);
    FrameReader reader = new FrameReader(new ByteArrayInputStream(TWO_FRAMES), queue);
    queue.put(reader.next());
    queue.drop();
    queue.put(reader.next());
    assertThat(budget.availablePermits()).isEqualTo(1000);
    assertThat(queue.take()).isNull();
  }

  private static Frame next(FrameReader reader) {
    try {
      return reader.next();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
