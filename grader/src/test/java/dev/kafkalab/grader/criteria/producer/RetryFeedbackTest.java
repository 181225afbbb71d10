package dev.kafkalab.grader.criteria.producer;

import static dev.kafkalab.grader.criteria.trace.Scene.LOGOUT;
import static dev.kafkalab.grader.criteria.trace.Scene.assertReads;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.criteria.trace.ProducerTrace;
import dev.kafkalab.grader.criteria.trace.Traces;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Misconception;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetryFeedbackTest {

  private final ProducerTrace trace =
      Traces.trace(
          Map.of("retries", "0", "delivery.timeout.ms", "120000", "enable.idempotence", "false"),
          Traces.send(null, true));

  @Test
  void saysWhatWasLostAndWhichSettingsBoundIt() {
    Feedback feedback = RetryFeedback.lost(2, 6, trace);

    assertReads(
        feedback,
        "The connection broke while events were being sent, and 6 of them never arrived.",
        "",
        "requests or responses lost",
        "2",
        "retries",
        "0",
        "delivery.timeout.ms",
        "120000");
    assertThat(feedback.location()).isEqualTo(Traces.MADE);
    assertThat(feedback.misconception()).isEqualTo(Misconception.NO_RETRIES);
  }

  @Test
  void saysThatNobodyAskedAgain() {
    Feedback feedback = RetryFeedback.neverAskedAgain(trace);

    assertReads(
        feedback,
        "The broker's response to a Produce request was lost, and the producer never sent "
            + "the request again: it cannot know whether the events were stored.",
        "",
        "retries",
        "0",
        "delivery.timeout.ms",
        "120000");
    assertThat(feedback.misconception()).isEqualTo(Misconception.NO_RETRIES);
  }

  @Test
  void saysThatIdempotenceIsOffWhereEventsAreTwice() {
    Feedback feedback = RetryFeedback.duplicates(List.of(LOGOUT), 16, trace);

    assertReads(
        feedback,
        "The response to a request was lost, and events that were already stored were sent "
            + "again: 1 of 16 are in the topic twice.",
        "",
        "first one",
        "logout by user_7",
        "enable.idempotence",
        "false");
    assertThat(feedback.location()).isEqualTo(Traces.MADE);
    assertThat(feedback.misconception()).isEqualTo(Misconception.NOT_IDEMPOTENT);
  }

  @Test
  void blamesNoSettingWhereIdempotenceIsOn() {
    ProducerTrace idempotent =
        Traces.trace(Map.of("enable.idempotence", "true"), Traces.send(null, true));
    Feedback feedback = RetryFeedback.duplicates(List.of(LOGOUT), 16, idempotent);

    assertThat(feedback.hint())
        .isEqualTo(
            "Idempotence is on, so retries by Kafka's client do no harm: does your own code send "
                + "an event again?");
    assertThat(feedback.location()).isEqualTo(Traces.SEND);
    assertThat(feedback.misconception()).isNull();
  }
}
