package dev.kafkalab.grader.classrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GovernorTest {

  private static final Duration BOUND = Duration.ofSeconds(30);

  private volatile double slowness = 1;
  private volatile long memory = Long.MAX_VALUE;

  @Test
  void asManyAsAreAllowedRunWhereTheMachineHasTime() {
    Governor governor = governor(3);

    assertTimeoutPreemptively(
        BOUND,
        () -> {
          governor.begin();
          governor.begin();
          governor.begin();
        });
  }

  @Test
  void oneAlwaysRunsHoweverBusyTheMachineIs() {
    slowness = 99;
    memory = 0;

    assertTimeoutPreemptively(BOUND, () -> governor(3).begin());
  }

  @Test
  void nobodyElseBeginsWhileTheMachineIsBusyAndThenTheyDo() throws Exception {
    Governor governor = governor(3);
    governor.begin();
    slowness = Governor.BUSY;
    CountDownLatch begun = begin(governor);

    assertThat(begun.await(700, TimeUnit.MILLISECONDS)).isFalse();
    slowness = 1;
    assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void nobodyElseBeginsWithoutMemoryUntilOneHasEnded() throws Exception {
    Governor governor = governor(2);
    governor.begin();
    memory = Governor.MEMORY;
    CountDownLatch begun = begin(governor);

    assertThat(begun.await(700, TimeUnit.MILLISECONDS)).isFalse();
    governor.end();
    assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
  }

  private Governor governor(int most) {
    return new Governor(most, () -> slowness, () -> memory);
  }

  private static CountDownLatch begin(Governor governor) {
    CountDownLatch begun = new CountDownLatch(1);
    Thread thread =
        new Thread(
            () -> {
              try {
                governor.begin();
                begun.countDown();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "begins");
    thread.setDaemon(true);
    thread.start();
    return begun;
  }
}
