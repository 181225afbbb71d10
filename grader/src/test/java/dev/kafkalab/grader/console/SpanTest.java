package dev.kafkalab.grader.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SpanTest {

  @Test
  void eachGivesItsNewestPart() {
    assertThat(Span.newest(Map.of(0, new Span(0, 100), 1, new Span(50, 250)), 60))
        .isEqualTo(Map.of(0, new Span(70, 100), 1, new Span(220, 250)));
  }

  @Test
  void whatAShortOneLeavesGoesToTheOthers() {
    assertThat(
            Span.newest(
                Map.of(0, new Span(0, 1_000_000), 1, new Span(5, 5), 2, new Span(0, 10)), 100))
        .isEqualTo(Map.of(0, new Span(999_910, 1_000_000), 1, new Span(5, 5), 2, new Span(0, 10)));
  }

  @Test
  void whatFitsIsTakenWhole() {
    Map<Integer, Span> all = Map.of(0, new Span(3, 9), 1, new Span(0, 2));

    assertThat(Span.newest(all, 1_000)).isEqualTo(all);
    assertThat(Span.size(all)).isEqualTo(8);
  }

  @Test
  void ofNothingNothingIsTaken() {
    assertThat(Span.newest(Map.of(), 10)).isEmpty();
  }

  @Test
  void aPartNeverLeavesTheWhole() {
    Span whole = new Span(10, 20);

    assertThat(whole.startingAt(5)).isEqualTo(whole);
    assertThat(whole.startingAt(15)).isEqualTo(new Span(15, 20));
    assertThat(whole.startingAt(99).size()).isZero();
    assertThat(whole.endingBefore(15)).isEqualTo(new Span(10, 15));
    assertThat(whole.endingBefore(99)).isEqualTo(whole);
    assertThat(whole.endingBefore(3).size()).isZero();
  }
}
