package dev.kafkalab.grader.criteria.consumer;

import static dev.kafkalab.grader.feedback.Fact.fact;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.feedback.Feedback;

/** Says what a consumer got wrong of events that are unlike the others. */
final class DispatchFeedback {

  private DispatchFeedback() {}

  static Feedback otherTopic(String topic, PublishedEvent event) {
    return Feedback.of(
        "The handler received an event of the topic '%s', which your consumer should not read."
            .formatted(event.partition().topic()),
        "Subscribe to settings.topic() and nothing else: a pattern may fit other names, too.",
        fact("topic of the settings", topic));
  }

  static Feedback blankUser(UserEvent event) {
    return Feedback.of(
        "An event whose user_id is '%s' never reached the handler.".formatted(event.userId()),
        "Any text is allowed as a user_id, also an empty one: only a missing one, or one that is no text, makes a record malformed.",
        fact("user_id", "'" + event.userId() + "'"));
  }

  static Feedback oddTime(UserEvent event) {
    return Feedback.of(
        "An event of %s never reached the handler with this time.".formatted(event.timestamp()),
        "The timestamp is in seconds, whatever its size: do not guess its unit.",
        fact("seconds", event.timestamp().getEpochSecond()));
  }

  static Feedback twins(long handled) {
    return Feedback.of(
        "Two records of one partition have the same content: the handler should be called for each.",
        "A record is known by its partition and offset, not by what is in it.",
        fact("handled", handled));
  }
}
