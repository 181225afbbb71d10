package dev.kafkalab.grader.criteria.consumer;

import dev.kafkalab.grader.criteria.stage.Conditions;
import dev.kafkalab.grader.criteria.stage.Stage;
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
          "The topic is filled before the consumer starts in a new group, with events of all types and of some that "
              + "the lab does not define, such as 'LOGIN'; after a pause of three seconds a thousand more events follow. "
              + "4 of 6 points if only the lab's properties did not reach the client.")
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
          "1 point: enable.auto.commit is false. 6 points: no commit ever covers an event whose handler call has not returned; "
              + "the handler is held in the middle of a batch, and again while the consumer is stopped. 3 points: handled events of "
              + "each partition are committed while the consumer runs, within ten seconds or a thousand events.")
  default void manualCommit(Stage stage) {
    Conditions.requires(
        CriterionId.CONSUMER_DISPATCHES, () -> new ManualCommitJudge(stage).judge());
  }

  @Criterion(
      id = CriterionId.CONSUMER_RESUMES,
      task = Task.CONSUMER,
      runs = Part.CONSUMER,
      points = 7,
      title = "after a restart it continues where it stopped: no gap, no repeat",
      detail =
          "stop() is called while the handler is held in the middle of a batch, and more events come before the second start. The second run is "
              + "stopped when nothing is left to read, and a third one before its run() is called. 4 points if nothing is lost but "
              + "something is handled again, or if one of the last two runs does not return.")
  default void resumes(Stage stage) {
    Conditions.requires(CriterionId.CONSUMER_DISPATCHES, () -> new ResumptionJudge(stage).judge());
  }

  @Criterion(
      id = CriterionId.CONSUMER_ACTIVITY,
      task = Task.CONSUMER,
      runs = Part.ACTIVITY,
      points = 4,
      title = "online users, logins and revenue are correct for any order of events",
      detail =
          "onlineUsers() is worth 2 points, loginsByUser() and revenueByUser() 1 each; they are tested with small cases first, "
              + "then with many events.")
  default void activity(Stage stage) {
    new ActivityJudge(stage).judge();
  }

  @Criterion(
      id = CriterionId.CONSUMER_CRASH,
      task = Task.CONSUMER,
      runs = Part.CONSUMER,
      points = 4,
      title = "after a kill in the middle of a batch, the restart loses no uncommitted event",
      detail =
          "The JVM is killed, as with kill -9, while the handler is held. Events that were handled but not committed may come again; "
              + "committed events may not. All or nothing.")
  default void crash(Stage stage) {
    Conditions.requires(CriterionId.CONSUMER_DISPATCHES, () -> new CrashJudge(stage).judge());
  }

  @Criterion(
      id = CriterionId.CONSUMER_FAILING_HANDLER,
      task = Task.CONSUMER,
      runs = Part.CONSUMER,
      points = 2,
      title = "a handler that throws for one event stops neither the consumer nor other events",
      detail =
          "The handler throws for two events in the middle of a batch, every time it receives them, with two types of exception. They "
              + "may be retried up to ten times. All or nothing.")
  default void failingHandler(Stage stage) {
    Conditions.requires(
        CriterionId.CONSUMER_DISPATCHES, () -> new FailingHandlerJudge(stage).judge());
  }
}
