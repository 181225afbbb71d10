package dev.kafkalab.grader.criteria.program;

import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.rubric.Criterion;
import dev.kafkalab.grader.rubric.CriterionId;
import dev.kafkalab.grader.rubric.Part;
import dev.kafkalab.grader.rubric.Task;

/** Task 3: the consumer program. */
public interface ProgramCriteria {

  @Criterion(
      id = CriterionId.CONSUMER_SHUTDOWN,
      task = Task.CONSUMER,
      runs = {Part.TOPIC, Part.CONSUMER, Part.DEAD_LETTERS, Part.PROGRAM, Part.ACTIVITY},
      points = 4,
      title = "ConsumerApp ends within 5 s of a signal, leaves its group and commits everything",
      detail =
          "The program receives SIGINT in one run and SIGTERM in another, while the broker delays the response to its last commit. 2 points "
              + "if it ends in time and leaves its group, but its commits do not match what was handled, or its group is not its "
              + "second argument.")
  default void shutdown(Stage stage) {
    new ShutdownJudge(stage).judge();
  }
}
