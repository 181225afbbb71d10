package dev.kafkalab.grader.criteria.topic;

import static dev.kafkalab.grader.feedback.Fact.fact;

import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Misconception;
import dev.kafkalab.grader.studentvm.StudentFailure;
import java.util.Locale;
import java.util.Optional;

/** Says what is wrong with the topic. */
final class TopicFeedback {

  private static final String ASK_FOR_SHAPE =
      "Tell NewTopic the numbers of TopicSetup: PARTITIONS and REPLICATION_FACTOR.";

  private TopicFeedback() {}

  /**
   * Says that there is no topic.
   *
   * @param other another topic that the broker was asked for; empty where none was
   */
  static Feedback missing(String topic, Optional<String> other) {
    return other
        .map(
            name ->
                Feedback.of(
                        "createTopic() should create the topic '%s' and asked the broker for '%s'."
                            .formatted(topic, name),
                        "",
                        fact("expected topic", topic),
                        fact("asked for", name))
                    .because(Misconception.NAME_WRITTEN_INTO_THE_CODE))
        .orElseGet(
            () ->
                Feedback.of(
                    "createTopic() returned, but the broker has no topic '%s'.".formatted(topic),
                    "Does your code call Admin.createTopics, and wait for the result that it returns?"));
  }

  static Feedback wrongPartitions(String topic, int partitions) {
    return Feedback.of(
        String.format(Locale.ROOT, "The topic should have 3 partitions and has %d.", partitions),
        ASK_FOR_SHAPE,
        fact("topic", topic));
  }

  static Feedback wrongReplicas(String topic, int replicas) {
    return Feedback.of(
        String.format(Locale.ROOT, "Each partition should have 1 replica and has %d.", replicas),
        ASK_FOR_SHAPE,
        fact("topic", topic));
  }

  static Feedback notIdempotent(StudentFailure.Threw failure) {
    return Feedback.of(
            "createTopic() should do nothing when the topic is there, and threw %s."
                .formatted(failure.thrown()),
            "A topic that exists already is what you wanted: treat the cause TopicExistsException as success.")
        .at(failure.location());
  }

  static Feedback deleted(String topic) {
    return Feedback.of(
        "The second createTopic() deleted the topic '%s' and all that was in it.".formatted(topic),
        "Never delete in createTopic(): leave a topic that exists as it is.");
  }

  static Feedback replaced(String topic, int records) {
    return Feedback.of(
        String.format(
            Locale.ROOT,
            "The second createTopic() should change nothing, but the topic with its %d records is not the same any more.",
            records),
        "Leave a topic that exists as it is: do not delete it, and do not add partitions.",
        fact("topic", topic));
  }
}
