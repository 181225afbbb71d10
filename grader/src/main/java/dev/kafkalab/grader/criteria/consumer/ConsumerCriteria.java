package dev.kafkalab.grader.criteria.consumer;

import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.criteria.stage.Verdicts;
import dev.kafkalab.grader.rubric.Criterion;
import dev.kafkalab.grader.rubric.CriterionId;
import dev.kafkalab.grader.rubric.Part;
import dev.kafkalab.grader.rubric.Task;

/** Task 3: the consumer. */
public interface ConsumerCriteria {

  @Criterion(
      id = CriterionId.CONSUMER_DISPATCHES,
      task = Task.CONSUMER,
      runs = Part.CONSUMER,
      points = 6,
      title = "each event reaches the handler method of its type once, unchanged and in order",
      detail =
          "The topic is filled before the consumer starts, in a group that is new to it, with all types of event and one that "
              + "the lab does not know; after a pause of three seconds more events come. All or nothing.")
  default void dispatches(Stage stage) {
    new DispatchJudge(stage).judge();
  }

  @Criterion(
      id = CriterionId.CONSUMER_MANUAL_COMMIT,
      task = Task.CONSUMER,
      runs = Part.CONSUMER,
      points = 10,
      title = "an offset is committed after its event is handled, and while running",
      detail =
          "2 points: enable.auto.commit is false. 4 points: no commit ever covers an event whose handler call has not returned; "
              + "the handler is held in mid-batch, and once more while the consumer is stopped. 4 points: what was handled is "
              + "committed while the consumer runs, within ten seconds or a thousand events.")
  default void manualCommit(Stage stage) {
    Verdicts.requires(CriterionId.CONSUMER_DISPATCHES, () -> new ManualCommitJudge(stage).judge());
  }

  @Criterion(
      id = CriterionId.CONSUMER_RESUMES,
      task = Task.CONSUMER,
      runs = Part.CONSUMER,
      points = 7,
      title = "stopped and started anew, it goes on where it was: no gap, no repeat",
      detail =
          "stop() is called while the handler is held in mid-batch, and more events come before the second start; that run is "
              + "stopped when nothing is left to read, and another one before its run() is called. 4 points where nothing is lost and "
              + "something is handled again, or one of the last two does not return.")
  default void resumes(Stage stage) {
    Verdicts.requires(CriterionId.CONSUMER_DISPATCHES, () -> new ResumptionJudge(stage).judge());
  }

  @Criterion(
      id = CriterionId.CONSUMER_ACTIVITY,
      task = Task.CONSUMER,
      runs = Part.ACTIVITY,
      points = 4,
      title = "who is online, the logins and the revenue are right for any order of events",
      detail =
          "onlineUsers() is worth 2 points, loginsByUser() and revenueByUser() 1 each; they are tried with small cases first, "
              + "then with many events.")
  default void activity(Stage stage) {
    new ActivityJudge(stage).judge();
  }

  @Criterion(
      id = CriterionId.CONSUMER_CRASH,
      task = Task.CONSUMER,
      runs = Part.CONSUMER,
      points = 4,
      title = "killed in mid-batch and started anew, it loses nothing that was not committed",
      detail =
          "The JVM is killed, as kill -9 does, while the handler is held. What was handled and not committed may come again; "
              + "what was committed may not. All or nothing.")
  default void crash(Stage stage) {
    Verdicts.requires(CriterionId.CONSUMER_DISPATCHES, () -> new CrashJudge(stage).judge());
  }

  @Criterion(
      id = CriterionId.CONSUMER_FAILING_HANDLER,
      task = Task.CONSUMER,
      runs = Part.CONSUMER,
      points = 2,
      title = "a handler that throws for one event stops neither the consumer nor other events",
      detail =
          "The handler throws for two events in mid-batch, each time that it is given them, and two types of exception. They "
              + "may be tried again, up to ten times. All or nothing.")
  default void failingHandler(Stage stage) {
    Verdicts.requires(
        CriterionId.CONSUMER_DISPATCHES, () -> new FailingHandlerJudge(stage).judge());
  }
}
