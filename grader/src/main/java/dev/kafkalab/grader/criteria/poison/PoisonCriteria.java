package dev.kafkalab.grader.criteria.poison;

import dev.kafkalab.grader.criteria.stage.Conditions;
import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.rubric.Criterion;
import dev.kafkalab.grader.rubric.CriterionId;
import dev.kafkalab.grader.rubric.Part;
import dev.kafkalab.grader.rubric.Task;

/** Task 3: records that are no events. */
public interface PoisonCriteria {

  @Criterion(
      id = CriterionId.CONSUMER_MALFORMED_JSON,
      task = Task.CONSUMER,
      runs = {Part.CONSUMER, Part.DEAD_LETTERS},
      points = 8,
      title = "malformed records are skipped, and every valid event is handled",
      detail =
          "Malformed records of more than twenty kinds, and unusual valid ones, come in all partitions: the more kinds the consumer survives, the more points. "
              + "If it survives all but a commit never passes the last one of a partition, 2 points are lost; if it does not name them on stderr, 1.")
  default void malformedJson(Stage stage) {
    Conditions.requires(
        CriterionId.CONSUMER_DISPATCHES, () -> new MalformedJsonJudge(stage).judge());
  }
}
