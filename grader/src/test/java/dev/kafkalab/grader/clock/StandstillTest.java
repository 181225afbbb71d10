package dev.kafkalab.grader.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StandstillTest {

  private final AtomicLong nanos = new AtomicLong();
  private final AtomicLong millis = new AtomicLong();
  private final Standstill standstill = new Standstill(nanos::get, millis::get);

  @Test
  void isNoneWhileTheClocksGoOn() {
    for (int i = 0; i < 100; i++) {
      pass(Duration.ofMillis(500), Duration.ofMillis(500));
      assertThat(standstill.look()).isZero();
    }
  }

  @Test
  void isAStoppedProcess() {
    pass(Duration.ofSeconds(90), Duration.ofSeconds(90));

    assertThat(standstill.look()).isEqualTo(1);
    assertThat(standstill.look()).as("looked at again").isEqualTo(1);
  }

  @Test
  void isASuspendedMachineWhoseOwnClockStopped() {
    pass(Duration.ofMillis(50), Duration.ofHours(8));

    assertThat(standstill.look()).isEqualTo(1);
  }

  @Test
  void isAClockThatSomebodySetBack() {
    pass(Duration.ofMillis(50), Duration.ofMinutes(-10));

    assertThat(standstill.look()).isEqualTo(1);
  }

  @Test
  void isCountedEachTime() {
    pass(Duration.ofSeconds(3), Duration.ofSeconds(3));
    standstill.look();
    pass(Duration.ofSeconds(3), Duration.ofSeconds(3));

    assertThat(standstill.look()).isEqualTo(2);
  }

  private void pass(Duration onOne, Duration onTheOther) {
    nanos.addAndGet(onOne.toNanos());
    millis.addAndGet(onTheOther.toMillis());
  }
}
