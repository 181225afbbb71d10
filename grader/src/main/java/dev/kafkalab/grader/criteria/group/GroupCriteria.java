package dev.kafkalab.grader.criteria.group;

import dev.kafkalab.grader.criteria.stage.Conditions;
import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.rubric.Criterion;
import dev.kafkalab.grader.rubric.CriterionId;
import dev.kafkalab.grader.rubric.Part;
import dev.kafkalab.grader.rubric.Task;

/** Task 4: the consumer group. */
public interface GroupCriteria {

  @Criterion(
      id = CriterionId.GROUP_DISTRIBUTION,
      task = Task.GROUP,
      runs = Part.CONSUMER,
      points = 6,
      title = "two members share the partitions, and each event is handled by one of them",
      detail =
          "Two consumers are started in one group, and then events arrive in all three partitions. All or nothing.")
  default void distribution(Stage stage) {
    Conditions.requires(
        CriterionId.CONSUMER_DISPATCHES, () -> new DistributionJudge(stage).judge());
  }

  @Criterion(
      id = CriterionId.GROUP_REBALANCE,
      task = Task.GROUP,
      runs = Part.CONSUMER,
      points = 4,
      title = "members join, leave and are killed, but no partition and no event is lost",
      detail =
          "A third member joins while the others are busy, a fourth one for which no partition is left, one is stopped, one is killed, "
              + "mostly while members are held in the middle of a batch. No event may be lost, and none that was handled some time before "
              + "its partition moved may be handled again, unless its member was killed. 2 points if only the kill loses events or "
              + "partitions, or if nothing is lost but something is handled again.")
  default void rebalance(Stage stage) {
    Conditions.requires(CriterionId.CONSUMER_DISPATCHES, () -> new RebalanceJudge(stage).judge());
  }
}
