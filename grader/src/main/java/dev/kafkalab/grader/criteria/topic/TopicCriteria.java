package dev.kafkalab.grader.criteria.topic;

import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.rubric.Criterion;
import dev.kafkalab.grader.rubric.CriterionId;
import dev.kafkalab.grader.rubric.Part;
import dev.kafkalab.grader.rubric.Task;

/** Task 1: the topic. */
public interface TopicCriteria {

  @Criterion(
      id = CriterionId.TOPIC_CREATED,
      task = Task.TOPIC,
      runs = Part.TOPIC,
      points = 5,
      title = "the topic has 3 partitions and 1 replica; creating it again changes nothing",
      detail =
          "createTopic() is called while the broker's answer is delayed. Then some events are published, and it is called again. "
              + "3 points for the topic, 2 for the rest: a second call neither throws nor changes anything, nor does a call "
              + "for a topic of two partitions; and a call returns only if the topic exists, and throws if it cannot be created.")
  default void topicCreated(Stage stage) {
    new TopicJudge(stage).judge();
  }
}
