package dev.kafkalab.grader.criteria.consumer;

import static dev.kafkalab.grader.criteria.trace.Scene.LOGOUT;
import static dev.kafkalab.grader.criteria.trace.Scene.assertReads;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.evidence.PublishedEvent;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class DispatchFeedbackTest {

  @Test
  void saysWhichTopicWasRead() {
    assertReads(
        DispatchFeedback.otherTopic(
            "events", new PublishedEvent(LOGOUT, new TopicPartition("events-dead-letter", 1), 4)),
        "The handler received an event of the topic 'events-dead-letter', which your consumer should not read.",
        "Subscribe to settings.topic() and nothing else: a pattern may fit other names, too.",
        "topic of the settings",
        "events");
  }

  @Test
  void saysWhichBlankUserWasLost() {
    assertReads(
        DispatchFeedback.blankUser(
            new UserEvent(" ", UserEvent.LOGIN, Instant.ofEpochMilli(5), Map.of())),
        "An event whose user_id is ' ' never reached the handler.",
        "Any text is allowed as a user_id, also an empty one: only a missing one, or one that is no text, makes a record malformed.",
        "user_id",
        "' '");
  }

  @Test
  void saysWhichTimeWasLost() {
    assertReads(
        DispatchFeedback.oddTime(
            new UserEvent("user_7", UserEvent.LOGIN, Instant.ofEpochMilli(-1), Map.of())),
        "An event of 1969-12-31T23:59:59.999Z never reached the handler with this time.",
        "The timestamp is in seconds, whatever its size: do not guess its unit.",
        "seconds",
        "-1");
  }

  @Test
  void saysHowOftenTwinsWereHandled() {
    assertReads(
        DispatchFeedback.twins(1),
        "Two records of one partition have the same content: the handler should be called for each.",
        "A record is known by its partition and offset, not by what is in it.",
        "handled",
        "1");
  }
}
