package dev.kafkalab.grader.criteria.topic;

import static dev.kafkalab.grader.criteria.stage.Conditions.expect;

import dev.kafkalab.api.TopicSetup;
import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.criteria.stage.StudentRun;
import dev.kafkalab.grader.evidence.LabTopic;
import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.rubric.Criterion;
import dev.kafkalab.grader.rubric.CriterionEnded;
import dev.kafkalab.grader.rubric.CriterionId;
import dev.kafkalab.grader.rubric.Part;
import dev.kafkalab.grader.rubric.Task;
import dev.kafkalab.grader.studentvm.StudentFailure;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.TopicDescription;

/** Task 1: the topic. */
public interface TopicCriteria {

  /** Points for a topic of the right shape, also where a second call does harm. */
  int SHAPE = 3;

  @Criterion(
      id = CriterionId.TOPIC_CREATED,
      task = Task.TOPIC,
      runs = Part.TOPIC,
      points = 5,
      title = "the topic has 3 partitions and 1 replica; creating it again changes nothing",
      detail =
          "createTopic() is called, some events are published, and it is called again. "
              + "3 points for the topic, 2 for a second call that neither throws nor changes anything.")
  default void topicCreated(Stage stage) {
    LabTopic topic = stage.newTopicName();
    StudentRun run = stage.newRun(topic);

    run.parts().createTopic();

    boolean appeared =
        stage.await("the topic to be there", () -> topic.describe().isPresent(), run);
    expect(appeared, () -> TopicFeedback.missing(topic.name(), run.foreignTopic()));
    TopicDescription created = topic.describe().orElseThrow();
    expect(
        created.partitions().size() == TopicSetup.PARTITIONS,
        () -> TopicFeedback.wrongPartitions(topic.name(), created.partitions().size()));
    expect(
        replicas(created) == TopicSetup.REPLICATION_FACTOR,
        () -> TopicFeedback.wrongReplicas(topic.name(), replicas(created)));

    topic.awaitReady();
    List<PublishedEvent> kept = publishSome(stage, topic);
    createAgain(run);
    Optional<TopicDescription> after = topic.describe();
    expect(after.isPresent(), SHAPE, () -> TopicFeedback.deleted(topic.name()));
    boolean same =
        after.get().topicId().equals(created.topicId())
            && after.get().partitions().size() == TopicSetup.PARTITIONS
            && topic.size() == kept.size();
    expect(same, SHAPE, () -> TopicFeedback.replaced(topic.name(), kept.size()));
  }

  private static List<PublishedEvent> publishSome(Stage stage, LabTopic topic) {
    return topic.publish(stage.events().events(stage.events().users(4), 12));
  }

  private static void createAgain(StudentRun run) {
    try {
      run.parts().createTopic();
    } catch (StudentFailure.Threw e) {
      throw CriterionEnded.failed(TopicFeedback.notIdempotent(e), SHAPE);
    }
  }

  private static int replicas(TopicDescription topic) {
    return topic.partitions().stream()
        .mapToInt(partition -> partition.replicas().size())
        .max()
        .orElse(0);
  }
}
