package dev.kafkalab.grader.criteria;

import dev.kafkalab.grader.rubric.Criterion;
import dev.kafkalab.grader.rubric.Task;

/** Task 3: the consumer. */
public class ConsumerCriteria {

  @Criterion(
      id = ConsumerStage.DISPATCHES,
      task = Task.CONSUMER,
      points = 6,
      title = "each event reaches the handler method of its type once, unchanged and in order")
  void dispatches(Stage stage) {
    new Dispatch(stage).judge();
  }

  @Criterion(
      id = "consumer.manual-commit",
      task = Task.CONSUMER,
      points = 10,
      title = "an offset is committed after its event is handled, and while running")
  void manualCommit(Stage stage) {
    Verdicts.requires(ConsumerStage.DISPATCHES, () -> new ManualCommit(stage).judge());
  }

  @Criterion(
      id = "consumer.malformed-json",
      task = Task.CONSUMER,
      points = 8,
      title = "records that are no events are passed over, and every good event is handled")
  void malformedJson(Stage stage) {
    Verdicts.requires(ConsumerStage.DISPATCHES, () -> new MalformedJson(stage).judge());
  }

  @Criterion(
      id = "consumer.resumes",
      task = Task.CONSUMER,
      points = 7,
      title = "stopped and started anew, it goes on where it was: no gap, no repeat")
  void resumes(Stage stage) {
    Verdicts.requires(ConsumerStage.DISPATCHES, () -> new Resumption(stage).judge());
  }
}
