package dev.kafkalab.grader.criteria.consumer;

import static dev.kafkalab.grader.criteria.stage.Conditions.expect;

import dev.kafkalab.grader.criteria.stage.ConsumerStage;
import dev.kafkalab.grader.criteria.stage.HeldBacklog;
import dev.kafkalab.grader.criteria.stage.RunReturned;
import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.criteria.stage.StudentRun;
import dev.kafkalab.grader.criteria.trace.Chronicle;
import dev.kafkalab.grader.evidence.EventIdentity;
import dev.kafkalab.grader.evidence.EventLedger;
import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.rubric.CriterionEnded;
import dev.kafkalab.grader.studentvm.Gate.Answer;
import dev.kafkalab.grader.studentvm.HandlerCall;
import dev.kafkalab.grader.studentvm.StudentFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges what happens to the other events if the handler throws for two events every time. */
final class FailingHandlerJudge {

  private static final int PARTITION = 1;
  private static final int BACKLOG = 20;
  private static final int APART = 4;

  /** The lab allows ten attempts for an event; then the consumer must skip it. */
  private static final int MOST_TRIES = 10;

  private final Stage stage;
  private final ConsumerStage consumer;

  FailingHandlerJudge(Stage stage) {
    this.stage = stage;
    this.consumer = ConsumerStage.on(stage);
  }

  void judge() {
    StudentRun run = consumer.startReading();
    int first = 5 + stage.events().below(10);
    HeldBacklog backlog = consumer.holdInBacklog(run, PARTITION, BACKLOG, first);
    List<PublishedEvent> failing = List.of(backlog.held(), backlog.events().get(first + APART));
    List<PublishedEvent> others = new ArrayList<>(backlog.events());
    others.removeAll(failing);
    others.addAll(consumer.publishTo(PARTITION, 2));
    others.addAll(consumer.publishTo(0, 2));

    // Code that catches one type of exception by name does not catch the next one.
    refuse(run, failing.get(0), Answer.THROW);
    refuse(run, failing.get(1), Answer.THROW_OWN_TYPE);
    backlog.hold().letGo(Answer.THROW);

    awaitOthers(run, failing, others);
    List<PublishedEvent> missing = consumer.ledger().part(others).missing(run.calls());
    expect(
        missing.isEmpty(),
        () ->
            HandlerFeedback.lost(failing.get(0), missing)
                .with(Chronicle.ofRuns(consumer.ledger(), run.life("")).passedOver(missing)));
  }

  private static void refuse(StudentRun run, PublishedEvent event, Answer answer) {
    run.gate().answerAll(call -> EventIdentity.isAbout(call, event.event()), answer);
  }

  /**
   * Waits for all others. The solution decides whether to retry the failed events, but the others
   * must not wait for them forever. Each attempt is a sign of life.
   */
  private void awaitOthers(
      StudentRun run, List<PublishedEvent> failing, List<PublishedEvent> others) {
    EventLedger asked = consumer.ledger().part(others);
    int tries;
    do {
      tries = tries(run, failing).size();
      int before = tries;
      try {
        stage.await(
            "all others, or another try",
            stage.patience().toTryAgain(),
            () -> asked.missing(run.calls()).isEmpty() || tries(run, failing).size() > before,
            run);
      } catch (StudentFailure.Threw | RunReturned e) {
        throw CriterionEnded.failed(HandlerFeedback.killed(lastOf(run, failing), e));
      }
      if (asked.missing(run.calls()).isEmpty()) {
        return;
      }
      for (PublishedEvent event : failing) {
        int count = tries(run, List.of(event)).size();
        expect(count <= MOST_TRIES, () -> HandlerFeedback.triedForEver(event, MOST_TRIES));
      }
    } while (tries(run, failing).size() > tries);
  }

  private static PublishedEvent lastOf(StudentRun run, List<PublishedEvent> failing) {
    List<PublishedEvent> tried = tries(run, failing);
    return tried.get(tried.size() - 1);
  }

  /** Returns the event of each call that threw, oldest first. */
  private static List<PublishedEvent> tries(StudentRun run, List<PublishedEvent> failing) {
    return run.calls().stream()
        .filter(HandlerCall::refused)
        .map(call -> about(call, failing))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<PublishedEvent> about(HandlerCall call, List<PublishedEvent> failing) {
    return failing.stream().filter(event -> EventIdentity.isAbout(call, event.event())).findFirst();
  }
}
