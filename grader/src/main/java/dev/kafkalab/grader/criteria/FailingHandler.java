package dev.kafkalab.grader.criteria;

import static dev.kafkalab.grader.criteria.Verdicts.expect;

import dev.kafkalab.grader.evidence.EventLedger;
import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.rubric.CriterionFailed;
import dev.kafkalab.grader.studentvm.Gate.Answer;
import dev.kafkalab.grader.studentvm.StudentFailure;
import java.util.ArrayList;
import java.util.List;

/** Judges what a handler that throws for one event does to the others. */
final class FailingHandler {

  private static final int PARTITION = 1;

  private final Stage stage;
  private final ConsumerStage consumer;

  FailingHandler(Stage stage) {
    this.stage = stage;
    this.consumer = new ConsumerStage(stage);
  }

  void judge() {
    StudentRun run = consumer.startReading();
    HeldBacklog backlog = consumer.holdInBacklog(run, PARTITION, 20, 5 + stage.events().below(10));
    List<PublishedEvent> others = new ArrayList<>(backlog.events());
    others.remove(backlog.held());
    others.addAll(consumer.publishTo(PARTITION, 2));
    others.addAll(consumer.publishTo(0, 2));

    backlog.hold().letGo(Answer.THROW);

    awaitOthers(run, backlog.held(), others);
    List<PublishedEvent> missing = EventLedger.of(others).missing(run.calls());
    expect(
        missing.isEmpty(),
        () ->
            HandlerFeedback.lost(backlog.held(), missing)
                .with(Chronicle.ofRuns(consumer.ledger(), Life.of(run, "")).passedOver(missing)));
  }

  /** Whether the event that failed is tried again is the solution's; the others must be handled. */
  private void awaitOthers(StudentRun run, PublishedEvent failed, List<PublishedEvent> others) {
    try {
      List<PublishedEvent> last = others.subList(others.size() - 1, others.size());
      consumer.awaitHandled("the last event", last, run);
      consumer.awaitHandled("all others", others, run);
    } catch (StudentFailure.Threw | RunReturned e) {
      throw new CriterionFailed(HandlerFeedback.killed(failed, e));
    }
  }
}
