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
      "Pass the constants of TopicSetup to NewTopic: PARTITIONS and REPLICATION_FACTOR.";

  private static final String SWALLOWED =
      "Only a topic that already exists is no failure (TopicExistsException): throw every other one, so that the"
          + " program does not go on without its topic.";

  private TopicFeedback() {}

  /**
   * Says that there is no topic.
   *
   * @param other another topic that the code asked the broker for; empty if there was none
   */
  static Feedback missing(String topic, Optional<String> other) {
    return other
        .map(
            name ->
                Feedback.of(
                        "createTopic() should create the topic '%s', but it asked the broker for '%s'."
                            .formatted(topic, name),
                        "",
                        fact("expected topic", topic),
                        fact("asked for", name))
                    .because(Misconception.NAME_WRITTEN_INTO_THE_CODE))
        .orElseGet(
            () ->
                Feedback.of(
                    "createTopic() returned, but the broker has no topic '%s'.".formatted(topic),
                    "Does your code call Admin.createTopics and wait for its result?"));
  }

  static Feedback missingForAnother(String topic, String other) {
    return Feedback.of(
        "One program made a TopicSetup for each of two topics. createTopic() of the first should create its own topic, but it asked the broker for the topic of the second.",
        "Keep the settings in a final field of the object: a static field is the same one for all objects.",
        fact("expected topic", topic),
        fact("asked for", other));
  }

  static Feedback wrongPartitions(String topic, int partitions) {
    return Feedback.of(
        String.format(Locale.ROOT, "The topic should have 3 partitions but has %d.", partitions),
        ASK_FOR_SHAPE,
        fact("topic", topic));
  }

  static Feedback wrongReplicas(String topic, int replicas) {
    return Feedback.of(
        String.format(Locale.ROOT, "Each partition should have 1 replica but has %d.", replicas),
        ASK_FOR_SHAPE,
        fact("topic", topic));
  }

  static Feedback notIdempotent(StudentFailure.Threw failure) {
    return Feedback.of(
            "createTopic() should do nothing if the topic exists, but it threw %s."
                .formatted(failure.thrown()),
            "A topic that already exists is what you wanted: if the cause is TopicExistsException, treat it as success.")
        .at(failure.location());
  }

  static Feedback tooEarly() {
    return Feedback.of(
        "createTopic() should return when the topic exists, but it returned before the broker had responded.",
        "Admin.createTopics only sends the request: wait for its result, on the thread that called createTopic().");
  }

  static Feedback refusalUnnoticed(String topic) {
    return Feedback.of(
        "Kafka does not allow the name '%s', so the topic was not created, but createTopic() returned as if it had been."
            .formatted(topic),
        SWALLOWED);
  }

  static Feedback noBrokerUnnoticed() {
    return Feedback.of(
        "No broker could be reached, so no topic was created, but createTopic() returned as if it had been.",
        SWALLOWED);
  }

  static Feedback reshaped(int before, int after) {
    return Feedback.of(
        String.format(
            Locale.ROOT,
            "A topic existed with %d partitions: createTopic() should leave it alone, but now it has %d.",
            before,
            after),
        "Leave an existing topic as it is: do not delete it, and do not add partitions.");
  }

  static Feedback otherSetting(String name, String before, String after) {
    return Feedback.of(
        "A topic existed, and createTopic() changed its setting %s.".formatted(name),
        "Leave an existing topic as it is, with its settings: somebody had a reason for them.",
        fact("before", before),
        fact("after", after));
  }

  static Feedback deleted(String topic) {
    return Feedback.of(
        "The second createTopic() deleted the topic '%s' and everything in it.".formatted(topic),
        "Never delete in createTopic(): leave an existing topic as it is.");
  }

  static Feedback replaced(String topic, int records) {
    return Feedback.of(
        String.format(
            Locale.ROOT,
            "The second createTopic() should change nothing, but the topic with its %d records is no longer the same.",
            records),
        "Leave an existing topic as it is: do not delete it, and do not add partitions.",
        fact("topic", topic));
  }
}
