package dev.kafkalab.grader.criteria.consumer;

import static dev.kafkalab.grader.criteria.trace.Scene.assertBelief;
import static dev.kafkalab.grader.criteria.trace.Scene.assertReads;
import static dev.kafkalab.grader.criteria.trace.Scene.published;
import static dev.kafkalab.grader.studentvm.StudentFailures.threw;

import dev.kafkalab.grader.criteria.stage.RunReturned;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.feedback.Misconception;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandlerFeedbackTest {

  private static final Location LINE = new Location("Consumer.java", 40);

  @Test
  void saysHowTheConsumerEnded() {
    Feedback feedback =
        HandlerFeedback.killed(published(1, 4), threw("run()", "KafkaException: no", LINE));

    assertReads(
        feedback,
        "The handler threw an exception for the event at partition 1, offset 4, and the consumer stopped: run() should keep running until stop() is called, but it threw KafkaException: no.",
        "");
    assertBelief(feedback, Misconception.HANDLER_FAILURE_KILLS, LINE);
  }

  @Test
  void namesTheHandlerAndNotThePollWhereRunReturned() {
    Feedback feedback = HandlerFeedback.killed(published(1, 4), new RunReturned(LINE));

    assertReads(
        feedback,
        "The handler threw an exception for the event at partition 1, offset 4, and the consumer stopped: run() returned although stop() had not been called.",
        "");
    assertBelief(feedback, Misconception.HANDLER_FAILURE_KILLS, LINE);
  }

  @Test
  void saysThatTheOthersWaitForEver() {
    Feedback feedback = HandlerFeedback.triedForEver(published(1, 4), 10);

    assertReads(
        feedback,
        "The handler was called for the event at partition 1, offset 4 more than 10 times in a row and threw an exception each time; the events after it are still waiting.",
        "");
    assertBelief(feedback, Misconception.HANDLER_FAILURE_KILLS, null);
  }

  @Test
  void saysWhichEventsWereLost() {
    Feedback feedback = HandlerFeedback.lost(published(1, 4), List.of(published(1, 5)));

    assertReads(
        feedback,
        "The handler threw an exception for the event at partition 1, offset 4, and 1 event after it never reached the handler.",
        "",
        "first one lost",
        "partition 1, offset 5");
    assertBelief(feedback, Misconception.HANDLER_FAILURE_KILLS, null);
  }
}
