package dev.kafkalab.grader.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class OverrunTest {

  @Test
  void endsAWaitThatTakesTooLong() {
    try (Overrun overrun = Overrun.after(Duration.ofMillis(20))) {
      assertThatExceptionOfType(InterruptedException.class)
          .isThrownBy(() -> new CountDownLatch(1).await());
      assertThat(overrun.happened()).isTrue();
    }
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void leavesNoInterruptBehindThatCameTooLate() {
    Overrun overrun = Overrun.after(Duration.ofMillis(20));
    while (!overrun.happened()) {
      Thread.onSpinWait();
    }
    overrun.close();

    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void neverInterruptsWhoHasComeToTheEnd() throws InterruptedException {
    Overrun overrun = Overrun.after(Duration.ofMillis(20));
    overrun.close();
    Overrun later = Overrun.after(Duration.ofMillis(60));
    while (!later.happened()) {
      Thread.onSpinWait();
    }

    assertThat(overrun.happened()).isFalse();
    later.close();
  }
}
