package dev.kafkalab.grader.criteria.consumer;

import static dev.kafkalab.grader.criteria.stage.Conditions.expect;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.criteria.stage.RunReturned;
import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.criteria.stage.StudentRun;
import dev.kafkalab.grader.evidence.EventLedger;
import dev.kafkalab.grader.evidence.LabTopic;
import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.rubric.CriterionEnded;
import dev.kafkalab.grader.studentvm.PendingCall;
import dev.kafkalab.grader.studentvm.StudentFailure;
import java.util.List;
import java.util.Map;

/**
 * Runs a second consumer in the JVM of one that reads another topic: both go on, and each passes
 * its own events to its own handler.
 */
final class SecondConsumer {

  /** Points for a consumer that does its work as long as it is the only one. */
  private static final int ALONE = 4;

  private final Stage stage;
  private final LabTopic topic;
  private final List<String> users;

  SecondConsumer(Stage stage, LabTopic topic, List<String> users) {
    this.stage = stage;
    this.topic = topic;
    this.users = users;
  }

  /**
   * Expects both to handle what is published now, and each nothing else; and again, since what the
   * first events did may end one of them. In the end only the first goes on: the stop was not for
   * it.
   */
  void expectBeside(StudentRun first) {
    LabTopic other = stage.newTopic();
    // Events of the same user may be alike, and there have been many.
    List<String> others = users.stream().map(user -> user + "_elsewhere").toList();
    StudentRun second = stage.newRunBeside(first, other);
    // What was made last, for another topic and handler, is not what runs.
    StudentRun third = stage.newRunBeside(first, topic.name() + "-3", Map.of());
    try {
      PendingCall unused = second.startConsumerAfter(() -> third.parts().openConsumer());
      stop(third);
      expectHandled(elsewhere(others), other, second, first, List.of(first, second));
      expectHandled(here(), topic, first, second, List.of(first, second));
      expectHandled(elsewhere(others), other, second, first, List.of(first, second));
      stop(second);
      stage.await("one of two to end", stage.patience().brief(), second.consuming()::ended);
      // How the second one ended is another criterion's.
      expectHandled(here(), topic, first, second, List.of(first));
    } catch (StudentFailure.Threw | RunReturned e) {
      throw CriterionEnded.failed(SecondConsumerFeedback.ended(e), ALONE);
    }
  }

  /** Another criterion judges what it does. */
  private static void stop(StudentRun run) {
    try {
      run.stopConsumer();
    } catch (StudentFailure e) {
      return;
    }
  }

  private List<UserEvent> here() {
    return stage.events().events(users, users.size());
  }

  private List<UserEvent> elsewhere(List<String> others) {
    return stage.events().events(others, others.size());
  }

  private void expectHandled(
      List<UserEvent> events,
      LabTopic where,
      StudentRun owner,
      StudentRun neighbour,
      List<StudentRun> needed) {
    EventLedger ledger = new EventLedger();
    ledger.add(where.publish(events));
    boolean unused =
        stage.awaitHandling(
            "the events of one of two consumers",
            () -> ledger.missing(owner.calls()).size(),
            () ->
                ledger.missing(owner.calls()).isEmpty()
                    || !ledger.sources(neighbour.calls()).isEmpty(),
            needed.toArray(StudentRun[]::new));
    ledger.sources(neighbour.calls()).stream()
        .findFirst()
        .ifPresent(event -> expect(false, ALONE, () -> SecondConsumerFeedback.otherHandler(event)));
    List<PublishedEvent> missing = ledger.missing(owner.calls());
    expect(
        missing.isEmpty(),
        ALONE,
        () -> SecondConsumerFeedback.notHandled(missing.get(0), missing.size(), events.size()));
  }
}
