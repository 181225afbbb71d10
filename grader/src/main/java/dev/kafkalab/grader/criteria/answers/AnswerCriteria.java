package dev.kafkalab.grader.criteria.answers;

import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.rubric.Criterion;
import dev.kafkalab.grader.rubric.CriterionId;
import dev.kafkalab.grader.rubric.Part;
import dev.kafkalab.grader.rubric.Task;

/** Task 5: the questions. */
public interface AnswerCriteria {

  @Criterion(
      id = CriterionId.ANSWERS,
      task = Task.ANSWERS,
      runs = Part.ANSWERS,
      points = 5,
      title = "the answers agree with what Kafka does, and each question has its why",
      detail =
          "A point for each of 5.1 to 5.4 that agrees with what the grader's own clients observed, "
              + "and one when every question has its free text. The instructor reads that; nobody grades it here.")
  default void answers(Stage stage) {
    new AnswersJudge(stage).judge();
  }
}
