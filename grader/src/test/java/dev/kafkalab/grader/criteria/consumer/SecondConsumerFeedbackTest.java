package dev.kafkalab.grader.criteria.consumer;

import static dev.kafkalab.grader.criteria.trace.Scene.assertReads;
import static dev.kafkalab.grader.criteria.trace.Scene.published;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.criteria.stage.RunReturned;
import org.junit.jupiter.api.Test;

class SecondConsumerFeedbackTest {

  private static final String STATIC =
      "Keep the settings, the handler and each client in fields of the object: a static field is the same one for all objects.";

  @Test
  void saysWhichEventReachedTheOtherHandler() {
    assertReads(
        SecondConsumerFeedback.otherHandler(published(1, 8)),
        "Two consumers ran in one program, each with a topic and a handler of its own, and the event at partition 1, offset 8 reached the handler of the other one.",
        STATIC);
  }

  @Test
  void saysHowManyEventsOfOneWereNotHandled() {
    assertReads(
        SecondConsumerFeedback.notHandled(published(0, 3), 5, 6),
        "While two consumers ran in one program, each with a topic and a handler of its own, 5 of 6 events of one of them never reached its handler; the first is the one at partition 0, offset 3.",
        STATIC);
  }

  @Test
  void saysThatOneOfThemEnded() {
    assertThat(SecondConsumerFeedback.ended(new RunReturned(null)).message())
        .startsWith(
            "While two consumers ran in one program, each with a topic and a handler of its own, one of them ended: ");
  }
}
