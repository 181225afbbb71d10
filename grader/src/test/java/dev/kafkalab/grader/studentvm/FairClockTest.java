package dev.kafkalab.grader.studentvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class FairClockTest {

  @Test
  void keepsThePaceWhileNoMoreThreadsWantToRunThanUsual() {
    assertThat(FairClock.slowness(0, 2)).isEqualTo(1);
    assertThat(FairClock.slowness(4, 2)).isEqualTo(1);
  }

  @Test
  void slowsDownByHowManyMoreShareAProcessor() {
    assertThat(FairClock.slowness(6, 2)).isEqualTo(1.5);
    assertThat(FairClock.slowness(20, 2)).isEqualTo(5);
  }

  @Test
  void neverStops() {
    assertThat(FairClock.slowness(5_000, 2)).isEqualTo(FairClock.SLOWEST);
  }

  @Test
  void keepsThePaceWhereTheSystemDoesNotSay() {
    assertThat(FairClock.slowness(-1, 2)).isEqualTo(1);
  }

  @Test
  void countsTheThreadsThatWantToRunButNotItself() {
    assertThat(FairClock.threadsThatWantToRun("0.42 0.31 0.30 5/512 12345\n")).isEqualTo(4);
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
}
