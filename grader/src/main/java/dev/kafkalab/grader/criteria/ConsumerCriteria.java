package dev.kafkalab.grader.criteria;

import dev.kafkalab.grader.rubric.Criterion;
import dev.kafkalab.grader.rubric.Task;

/** Task 3: the consumer. */
public class ConsumerCriteria {

  @Criterion(
      id = ConsumerStage.DISPATCHES,
      task = Task.CONSUMER,
      points = 6,
      title = "each event reaches the handler method of its type once, unchanged and in order",
      detail =
          "The topic is filled before the consumer starts, in a group that is new to it, with all types of event and one that "
              + "the lab does not know; after a pause of three seconds more events come. All or nothing.")
  void dispatches(Stage stage) {
    new Dispatch(stage).judge();
  }

  @Criterion(
      id = "consumer.manual-commit",
      task = Task.CONSUMER,
      points = 10,
      title = "an offset is committed after its event is handled, and while running",
      detail =
          "2 points: enable.auto.commit is false. 4 points: no commit ever covers an event whose handler call has not returned; "
              + "the handler is held in mid-batch, and once more while the consumer is stopped. 4 points: what was handled is "
              + "committed while the consumer runs, within ten seconds or a thousand events.")
  void manualCommit(Stage stage) {
    Verdicts.requires(ConsumerStage.DISPATCHES, () -> new ManualCommit(stage).judge());
  }

  @Criterion(
      id = "consumer.malformed-json",
      task = Task.CONSUMER,
      points = 8,
      title = "records that are no events are passed over, and every good event is handled",
      detail =
          "14 kinds of malformed record come among good events: points by the share of kinds that are survived. Where all are, "
              + "and no commit ever passes the last one, 2 of the points are lost.")
  void malformedJson(Stage stage) {
    Verdicts.requires(ConsumerStage.DISPATCHES, () -> new MalformedJson(stage).judge());
  }

  @Criterion(
      id = "consumer.shutdown",
      task = Task.CONSUMER,
      points = 4,
      title = "ConsumerApp ends in 5 s when told to, leaves its group and has committed all",
      detail =
          "The program is sent SIGINT and SIGTERM while the broker does not answer its last commit, and then does. 2 points "
              + "where it ends in time and leaves its group, and its commits are not what was handled, or its group is not its "
              + "second argument.")
  void shutdown(Stage stage) {
    new Shutdown(stage).judge();
  }

  @Criterion(
      id = "consumer.resumes",
      task = Task.CONSUMER,
      points = 7,
      title = "stopped and started anew, it goes on where it was: no gap, no repeat",
      detail =
          "stop() is called while the handler is held in mid-batch, and more events come before the second start; that run is "
              + "stopped when nothing is left to read, and another one before its run() is called. 4 points where nothing is lost and "
              + "something is handled again, or one of the last two does not return.")
  void resumes(Stage stage) {
    Verdicts.requires(ConsumerStage.DISPATCHES, () -> new Resumption(stage).judge());
  }

  @Criterion(
      id = "consumer.activity",
      task = Task.CONSUMER,
      points = 4,
      title = "who is online, the logins and the revenue are right for any order of events",
      detail =
          "onlineUsers() is worth 2 points, loginsByUser() and revenueByUser() 1 each; they are tried with small cases first, "
              + "then with many events.")
  void activity(Stage stage) {
    new Activity(stage).judge();
  }

  @Criterion(
      id = "consumer.crash",
      task = Task.CONSUMER,
      points = 4,
      title = "killed in mid-batch and started anew, it loses nothing that was not committed",
      detail =
          "The JVM is killed, as kill -9 does, while the handler is held. What was handled and not committed may come again; "
              + "what was committed may not. All or nothing.")
  void crash(Stage stage) {
    Verdicts.requires(ConsumerStage.DISPATCHES, () -> new Crash(stage).judge());
  }

  @Criterion(
      id = "consumer.failing-handler",
      task = Task.CONSUMER,
      points = 2,
      title = "a handler that throws for one event stops neither the consumer nor other events",
      detail =
          "The handler throws for two events in mid-batch, each time that it is given them, and two types of exception. They "
              + "may be tried again, up to ten times. All or nothing.")
  void failingHandler(Stage stage) {
    Verdicts.requires(ConsumerStage.DISPATCHES, () -> new FailingHandler(stage).judge());
  }
}
