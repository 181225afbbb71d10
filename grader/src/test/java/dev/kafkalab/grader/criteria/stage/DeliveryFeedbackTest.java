package dev.kafkalab.grader.criteria.stage;

import static dev.kafkalab.grader.criteria.trace.Scene.assertReads;
import static dev.kafkalab.grader.criteria.trace.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Misconception;
import org.junit.jupiter.api.Test;

class DeliveryFeedbackTest {

  @Test
  void namesTheTopicThatWasAskedForInstead() {
    Feedback feedback = DeliveryFeedback.foreignTopic("events-1", "user-events", 30);

    assertReads(
        feedback,
        "30 events should go to the topic 'events-1', but your code asked the broker for 'user-events'.",
        "",
        "expected topic",
        "events-1",
        "asked for",
        "user-events");
    assertThat(feedback.misconception()).isEqualTo(Misconception.NAME_WRITTEN_INTO_THE_CODE);
  }

  @Test
  void saysThatNothingArrivedAndWhatWasCalled() {
    assertReads(
        DeliveryFeedback.noneArrived("events-1", 30, trace()),
        "30 events were sent, but none arrived in the topic 'events-1'.",
        "Does send() reach KafkaProducer.send, and does close() let it finish? Print the arguments of the delivery callback.",
        "sent",
        "30",
        "in the topic",
        "0",
        "calls of KafkaProducer",
        "no send, no flush, no close");
  }
}
