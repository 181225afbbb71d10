package dev.kafkalab.grader.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class BoundedTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  @Test
  void whatReturnsInTimeIsReturned() throws TimeoutException, ExecutionException {
    assertThat(Bounded.call("answer", LONG, () -> "here")).isEqualTo("here");
  }

  @Test
  void whatThrowsIsTheCause() {
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(
            () ->
                Bounded.call(
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
    CountDownLatch interrupted = new CountDownLatch(1);

    assertThatExceptionOfType(TimeoutException.class)
        .isThrownBy(
            () -> Bounded.call("hang", Duration.ofMillis(20), () -> waitForEver(interrupted)));

    interrupted.await();
  }

  private static boolean waitForEver(CountDownLatch interrupted) throws InterruptedException {
    try {
      return new CountDownLatch(1).await(1, java.util.concurrent.TimeUnit.DAYS);
    } finally {
      interrupted.countDown();
    }
  }
}
