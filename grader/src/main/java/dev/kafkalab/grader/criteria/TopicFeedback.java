package dev.kafkalab.grader.criteria;

import static dev.kafkalab.grader.feedback.Fact.fact;

import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.studentvm.StudentFailure;
import org.apache.kafka.clients.admin.TopicDescription;

/** Says what is wrong with the topic. */
final class TopicFeedback {

  private static final String ASK_FOR_SHAPE =
      "Tell NewTopic the numbers of TopicSetup: PARTITIONS and REPLICATION_FACTOR.";

  private TopicFeedback() {}

  static Feedback missing(StudentRun run) {
    return Feedback.of(
        "createTopic() returned, but the broker has no topic '%s'."
            .formatted(run.settings().topic()),
        "Take the name from LabSettings.topic() and wait for the result that Admin.createTopics returns.");
  }

  static Feedback wrongPartitions(StudentRun run, TopicDescription topic) {
    return Feedback.of(
        "The topic should have 3 partitions and has %d.".formatted(topic.partitions().size()),
        ASK_FOR_SHAPE,
        fact("topic", run.settings().topic()));
  }

  static Feedback wrongReplicas(StudentRun run, TopicDescription topic) {
    return Feedback.of(
        "Each partition should have 1 replica and has %d."
            .formatted(topic.partitions().get(0).replicas().size()),
        ASK_FOR_SHAPE,
        fact("topic", run.settings().topic()));
  }

  static Feedback notIdempotent(StudentFailure.Threw failure) {
    return Feedback.of(
            "createTopic() should do nothing when the topic is there, and threw %s."
                .formatted(failure.thrown()),
            "A topic that exists already is what you wanted: treat the cause TopicExistsException as success.")
        .at(failure.location());
  }

  static Feedback deleted(StudentRun run) {
    return Feedback.of(
        "The second createTopic() deleted the topic '%s' and all that was in it."
            .formatted(run.settings().topic()),
        "Never delete in createTopic(): leave a topic that exists as it is.");
  }

  static Feedback replaced(StudentRun run, int records) {
    return Feedback.of(
        "The second createTopic() should change nothing, but the topic with its %d records is not the same any more."
            .formatted(records),
        "Leave a topic that exists as it is: do not delete it, and do not add partitions.",
        fact("topic", run.settings().topic()));
  }
}
