package dev.kafkalab.grader.criteria;

import dev.kafkalab.grader.rubric.Criterion;
import dev.kafkalab.grader.rubric.Task;

/** Task 4: the consumer group. */
public class GroupCriteria {

  @Criterion(
      id = "group.distribution",
      task = Task.GROUP,
      points = 6,
      title = "two members share the partitions, and each event is handled by one of them")
  void distribution(Stage stage) {
    Verdicts.requires(ConsumerStage.DISPATCHES, () -> new Distribution(stage).judge());
  }
}
