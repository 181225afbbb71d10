package dev.kafkalab.grader.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BoundedTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(20);

  private final Bounded bounded = new Bounded();
  private final CountDownLatch interrupted = new CountDownLatch(1);

  @Test
  void whatReturnsInTimeIsReturned() throws TimeoutException, ExecutionException {
    assertThat(bounded.call("answer", LONG, () -> "here")).isEqualTo("here");
  }

  @Test
  void whatThrowsIsTheCause() {
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(
            () ->
                bounded.call(
                    "fail",
                    LONG,
                    () -> {
                      throw new IOException("boo");
                    }))
        .havingCause()
        .isInstanceOf(IOException.class)
        .withMessage("boo");
  }

  @Test
  void whatHangsIsInterrupted() throws InterruptedException {
    assertThatExceptionOfType(TimeoutException.class)
        .isThrownBy(() -> bounded.call("hang", SHORT, this::waitForEver));

    interrupted.await();
  }

  @Test
  void whatComesTooLateIsHandedOverAndNotLost() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    BlockingQueue<String> late = new LinkedBlockingQueue<>();
    Callable<String> slow =
        () -> {
          waitUninterrupted(done);
          return "container";
        };

    assertThatExceptionOfType(TimeoutException.class)
        .isThrownBy(() -> bounded.call("slow", SHORT, slow, late::add));
    assertThat(late).isEmpty();
    done.countDown();

    assertThat(late.take()).isEqualTo("container");
  }

  @Test
  void whoeverWaitsIsFreedWhenAllIsGivenUp() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    Thread ending =
        new Thread(
            () -> {
              waitUninterrupted(started);
              bounded.giveUp();
            });
    ending.start();

    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(
            () ->
                bounded.call(
                    "hang",
                    LONG,
                    () -> {
                      started.countDown();
                      return waitForEver();
                    }))
        .havingCause()
        .isInstanceOf(BrokerStartFailed.class)
        .withMessage("The grader was interrupted");
    assertThat(interrupted.getCount()).isOne();
  }

  @Test
  void nothingIsBegunOnceAllIsGivenUp() {
    AtomicBoolean begun = new AtomicBoolean();
    bounded.giveUp();

    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(
            () ->
                bounded.call(
                    "begin",
                    LONG,
                    () -> {
                      begun.set(true);
                      return "here";
                    }));
    assertThat(begun).isFalse();
  }

  private boolean waitForEver() throws InterruptedException {
    try {
      return new CountDownLatch(1).await(1, TimeUnit.DAYS);
    } finally {
      interrupted.countDown();
    }
  }

  private static void waitUninterrupted(CountDownLatch latch) {
    while (true) {
      try {
        latch.await();
        return;
      } catch (InterruptedException e) {
        continue; // as a call that does not heed it
      }
    }
  }
}
