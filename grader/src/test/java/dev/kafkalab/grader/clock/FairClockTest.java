package dev.kafkalab.grader.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class FairClockTest {

  private final AtomicLong wall = new AtomicLong();

  @Test
  void keepsThePaceOfAMachineThatHasTime() {
    FairClock clock = new FairClock(wall::get, () -> 1);
    tick(clock, FairClock.TICK);

    assertThat(clock.nanos()).isEqualTo(FairClock.TICK.toNanos());
  }

  @Test
  void isAsManyTimesSlowerAsTheMachineIs() {
    FairClock clock = new FairClock(wall::get, () -> 5);
    tick(clock, FairClock.TICK);

    assertThat(clock.nanos()).isEqualTo(FairClock.TICK.toNanos() / 5);
  }

  @Test
  void givesNobodyTheTimeInWhichItStoodStill() {
    FairClock clock = new FairClock(wall::get, () -> 1);
    tick(clock, Duration.ofSeconds(90));

    assertThat(clock.nanos()).isEqualTo(2 * FairClock.TICK.toNanos());
  }

  @Test
  void endsAWait() {
    Deadline deadline = Deadline.in(Duration.ofMillis(1));
    Awaitility.await("the deadline to pass").until(deadline::hasPassed);
    assertThat(deadline.waited()).isPositive();
  }

  @Test
  void saysHowSlowItWas() {
    Deadline deadline = Deadline.in(Duration.ofMillis(100));
    Awaitility.await("the deadline to pass").until(deadline::hasPassed);
    assertThat(deadline.slowness()).isBetween(0.5, FairClock.SLOWEST + 1.0);
  }

  @Test
  void hasNotPassedAtOnce() {
    assertThat(Deadline.in(Duration.ofMinutes(1)).hasPassed()).isFalse();
  }

  private void tick(FairClock clock, Duration passed) {
    wall.addAndGet(passed.toNanos());
    clock.tick();
  }
}
