package dev.kafkalab.grader.criteria.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private final AtomicLong position = new AtomicLong(4);

  @Test
  void whatStandsStillForTheWholeTimeHasStopped() {
    Progress progress = new Progress(Duration.ZERO, position::get);

    assertThat(progress.hasStopped()).isTrue();
  }

  @Test
  void whatHasMovedSinceTheLastLookHasNotStopped() {
    Progress progress = new Progress(Duration.ZERO, position::get);
    position.incrementAndGet();

    assertThat(progress.hasStopped()).isFalse();
    assertThat(progress.hasStopped()).isTrue();
  }

  @Test
  void whatWentBackHasNotMovedOn() {
    Progress progress = new Progress(Duration.ZERO, position::get);
    position.set(2);

    assertThat(progress.hasStopped()).isTrue();
  }

  @Test
  void beforeTheTimeIsOverNothingHasStopped() {
    Progress progress = new Progress(Duration.ofDays(1), position::get);

    assertThat(progress.hasStopped()).isFalse();
  }
}
