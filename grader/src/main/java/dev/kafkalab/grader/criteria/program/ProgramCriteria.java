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
      title = "ConsumerApp ends in 5 s when told to, leaves its group and has committed all",
      detail =
          "The program is sent SIGINT and SIGTERM while the broker does not answer its last commit, and then does. 2 points "
              + "where it ends in time and leaves its group, and its commits are not what was handled, or its group is not its "
              + "second argument.")
  default void shutdown(Stage stage) {
    new ShutdownJudge(stage).judge();
  }
}
