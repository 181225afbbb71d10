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
      title = "the answers match what Kafka does, and each question has an explanation",
      detail =
          "One point for each of 5.1 to 5.4 that matches what the grader's own clients observed, "
              + "and one if every question has an explanation. The instructor reads the explanations; the grader does not judge them.")
  default void answers(Stage stage) {
    new AnswersJudge(stage).judge();
  }
}
