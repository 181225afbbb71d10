package dev.kafkalab.grader.criteria.producer;

import static dev.kafkalab.grader.criteria.trace.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountFeedbackTest {

  @Test
  void countsWhatWasLost() {
    assertThat(CountFeedback.lostOfMany(2, 2_500, trace()).message())
        .isEqualTo("2500 small events were sent in a row, but 2 of them never arrived.");
    assertThat(CountFeedback.lostOfMany(1, 1, trace()).message())
        .isEqualTo("One event was sent and the producer was closed, but the event never arrived.");
  }

  @Test
  void countsWhatWasRepeated() {
    assertThat(CountFeedback.repeatedOfMany(2_501, 2_500, trace()).message())
        .isEqualTo("2500 small events were sent in a row, but 2501 records arrived.");
  }
}
