package dev.kafkalab.grader.criteria.consumer;

import static dev.kafkalab.grader.criteria.stage.Conditions.expect;

import dev.kafkalab.grader.criteria.stage.ConsumerFeedback;
import dev.kafkalab.grader.criteria.stage.ConsumerStage;
import dev.kafkalab.grader.criteria.stage.RunReturned;
import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.criteria.stage.StudentRun;
import dev.kafkalab.grader.criteria.trace.Chronicle;
import dev.kafkalab.grader.evidence.EventIdentity;
import dev.kafkalab.grader.evidence.EventLedger;
import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.rubric.CriterionEnded;
import dev.kafkalab.grader.rubric.CriterionId;
import dev.kafkalab.grader.studentvm.HandlerCall;
import dev.kafkalab.grader.studentvm.StudentFailure;
import java.util.List;
import java.util.Optional;

/**
 * Judges what happens to the other events, and to the commits, if the handler throws for some
 * events every time: one poll brings such events of all partitions, and good ones with them.
 */
final class FailingHandlerJudge {

  /** The lab allows ten attempts for an event; then the consumer must skip it. */
  private static final int MOST_TRIES = 10;

  private final Stage stage;
  private final ConsumerStage consumer;
  private final FailingEvents events;

  FailingHandlerJudge(Stage stage) {
    this.stage = stage;
    this.consumer = ConsumerStage.on(stage);
    this.events = FailingEvents.draw(consumer, stage.events());
  }

  void judge() {
    StudentRun run = consumer.startReading();
    events.refuseIn(run);
    consumer.publishForOnePoll(run, FailingEvents.PLUGGED, events.byPartition());
    consumer.publishTo(FailingEvents.PLUGGED, 2);
    List<PublishedEvent> failing = failing();
    EventLedger others =
        consumer
            .ledger()
            .part(
                consumer.ledger().published().stream()
                    .filter(event -> !failing.contains(event))
                    .toList());

    awaitOthers(run, failing, others);
    List<PublishedEvent> missing = others.missing(run.calls());
    expect(
        missing.isEmpty(),
        () ->
            HandlerFeedback.lost(before(missing.get(0), failing), missing)
                .with(Chronicle.ofRuns(consumer.ledger(), run.life("")).passedOver(missing)));
    expectGoodCommits(run, failing, others);
  }

  private List<PublishedEvent> failing() {
    return consumer.ledger().published().stream()
        .filter(event -> events.isFailing(event.event()))
        .toList();
  }

  /** Returns the failing event that a missing one most likely suffers from. */
  private static PublishedEvent before(PublishedEvent missing, List<PublishedEvent> failing) {
    return failing.stream()
        .filter(event -> event.partition().equals(missing.partition()))
        .filter(event -> event.offset() < missing.offset())
        .findFirst()
        .orElse(failing.get(0));
  }

  /**
   * Waits for all others. The solution decides whether to retry the failed events, but the others
   * must not wait for them forever. Each attempt, and each event that is handled, is a sign of
   * life.
   */
  private void awaitOthers(StudentRun run, List<PublishedEvent> failing, EventLedger others) {
    int seen;
    do {
      int before = signsOfLife(run, failing, others);
      seen = before;
      try {
        stage.await(
            "all others, or another try",
            stage.patience().toTryAgain(),
            () ->
                others.missing(run.calls()).isEmpty() || signsOfLife(run, failing, others) > before,
            run);
      } catch (StudentFailure.Threw | StudentFailure.JvmEnded | RunReturned e) {
        throw lastOf(run, failing)
            .map(event -> CriterionEnded.failed(HandlerFeedback.killed(event, e)))
            .orElseThrow(() -> e);
      }
      if (others.missing(run.calls()).isEmpty()) {
        return;
      }
      failing.forEach(event -> expectFewTries(run, event));
    } while (signsOfLife(run, failing, others) > seen);
  }

  private static int signsOfLife(StudentRun run, List<PublishedEvent> failing, EventLedger others) {
    return tries(run, failing).size() + others.sources(run.calls()).size();
  }

  /**
   * A failed event is skipped: like one that was handled, it is committed, at a stop at the latest.
   * As the last one of its partition it may still be retried for a while.
   */
  private void expectGoodCommits(StudentRun run, List<PublishedEvent> failing, EventLedger others) {
    FailingCommits commits = new FailingCommits(stage, consumer, run, others);
    commits.expectNoneWrong();
    stage.await("commits", stage.patience().brief(), commits::reachTheEnd, run);
    boolean onlyFailed = commits.reachGoodOnes();
    int seen = -1;
    while (onlyFailed && !commits.reachTheEnd() && tries(run, failing).size() > seen) {
      int before = tries(run, failing).size();
      seen = before;
      stage.await(
          "commits past all of them, or another try",
          stage.patience().toTryAgain(),
          () -> commits.reachTheEnd() || tries(run, failing).size() > before,
          run);
      failing.forEach(event -> expectFewTries(run, event));
    }
    if (!commits.reachTheEnd()) {
      stop(run);
      expect(
          onlyFailed ? commits.reachTheEnd() : commits.reachGoodOnes(),
          () -> commits.behind(failing));
    }
  }

  private static void expectFewTries(StudentRun run, PublishedEvent event) {
    int count = tries(run, List.of(event)).size();
    expect(count <= MOST_TRIES, () -> HandlerFeedback.triedForEver(event, MOST_TRIES));
  }

  private void stop(StudentRun run) {
    run.stopConsumer();
    try {
      consumer.awaitReturn(run);
    } catch (StudentFailure.DidNotReturn e) {
      throw CriterionEnded.blocked(
          CriterionId.CONSUMER_RESUMES, ConsumerFeedback.stopIgnored(e, run.lines()));
    }
  }

  private static Optional<PublishedEvent> lastOf(StudentRun run, List<PublishedEvent> failing) {
    return tries(run, failing).stream().reduce((earlier, later) -> later);
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
