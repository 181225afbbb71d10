package dev.kafkalab.grader.criteria.poison;

import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.criteria.stage.Verdicts;
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
      title = "records that are no events are passed over, and every good event is handled",
      detail =
          "14 kinds of malformed record come among good events: points by the share of kinds that are survived. Where all are, "
              + "and no commit ever passes the last one, 2 of the points are lost.")
  default void malformedJson(Stage stage) {
    Verdicts.requires(CriterionId.CONSUMER_DISPATCHES, () -> new MalformedJsonJudge(stage).judge());
  }
}
