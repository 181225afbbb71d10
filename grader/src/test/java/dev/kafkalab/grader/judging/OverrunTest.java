package dev.kafkalab.grader.judging;

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
    Overrun overrun = Overrun.after(Duration.ofHours(1));
    overrun.interrupt();
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
    overrun.close();

    assertThat(overrun.happened()).isTrue();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void neverInterruptsWhoHasComeToTheEnd() {
    Overrun overrun = Overrun.after(Duration.ofHours(1));
    overrun.close();
    overrun.interrupt();

    assertThat(overrun.happened()).isFalse();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }
}
