package dev.kafkalab.grader.criteria.challenge;

import static dev.kafkalab.grader.criteria.stage.Conditions.expect;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.criteria.poison.PoisonWatch;
import dev.kafkalab.grader.criteria.stage.Conditions;
import dev.kafkalab.grader.criteria.stage.ConsumerStage;
import dev.kafkalab.grader.criteria.stage.FailureFeedback;
import dev.kafkalab.grader.criteria.stage.HeldBacklog;
import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.criteria.stage.StudentRun;
import dev.kafkalab.grader.evidence.EventIdentity;
import dev.kafkalab.grader.evidence.EventLedger;
import dev.kafkalab.grader.evidence.LabTopic;
import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.rubric.CriterionEnded;
import dev.kafkalab.grader.rubric.CriterionId;
import dev.kafkalab.grader.studentvm.Counts;
import dev.kafkalab.grader.studentvm.Gate.Answer;
import dev.kafkalab.grader.studentvm.Hold;
import dev.kafkalab.grader.studentvm.PendingCall;
import dev.kafkalab.grader.studentvm.StudentFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** Judges the consumer's metrics. */
final class MetricsJudge {

  private static final int PARTITION = 1;

  /** By then most consumers have sent a rejected letter again. */
  private static final Duration TRY = Duration.ofSeconds(2);

  /** One is unlike the lab's types, one begins like one of them. */
  private static final List<String> UNKNOWN = List.of("sign_up", "logins");

  private final Stage stage;
  private final ConsumerStage consumer;

  MetricsJudge(Stage stage) {
    this.stage = stage;
    this.consumer = ConsumerStage.on(stage);
  }

  void judge() {
    stage.newDeadLetterTopic(consumer.topic());
    StudentRun run =
        Conditions.requires(CriterionId.CONSUMER_DISPATCHES, () -> consumer.startReading());
    Counts unused = counts(run); // ends here where nothing is counted
    int malformed = 3 + stage.events().below(3);
    Conditions.requires(CriterionId.CONSUMER_MALFORMED_JSON, () -> process(run, malformed));
    UserEvent failed =
        Conditions.requires(CriterionId.CONSUMER_FAILING_HANDLER, () -> failOne(run));
    stage.await(
        "the counts to agree",
        stage.patience().brief(),
        () -> counts(run).equals(new Counts(handled(run, failed), malformed)),
        run);
    Counts expected = new Counts(handled(run, failed), malformed);
    Counts got = counts(run);
    expect(got.equals(expected), () -> ChallengeFeedback.counts(expected, got));
    expectNothingShared(run);
    if (goesOnAfterARefusal(run)) {
      Counts all = new Counts(handled(run, failed), malformed + 1);
      expectCountedOnce(run, all);
      expectTheSameAfterTheEnd(run, all);
    }
  }

  /**
   * Publishes one more malformed record, whose dead letter the broker rejects at first, if there is
   * one: a consumer may end then.
   */
  private boolean goesOnAfterARefusal(StudentRun run) {
    int sent = run.tap().produceRequests();
    run.tap().refuseRecords(true);
    long unused = consumer.topic().publishBytes(PARTITION, "user_1", new byte[] {'{'});
    EventLedger behind = consumer.ledger().part(consumer.publishTo(PARTITION, 1));
    BooleanSupplier on = () -> behind.missing(run.calls()).isEmpty() || run.consuming().ended();
    stage.await(
        "a letter to be rejected",
        stage.patience().brief(),
        () -> run.tap().produceRequests() > sent || on.getAsBoolean());
    if (run.tap().produceRequests() > sent) {
      stage.await(
          "another try", TRY, () -> run.tap().produceRequests() > sent + 1 || on.getAsBoolean());
    }
    run.tap().refuseRecords(false);
    return stage.await("the event behind", stage.patience().toTryAgain(), on)
        && !run.consuming().ended();
  }

  private void expectCountedOnce(StudentRun run, Counts expected) {
    stage.await(
        "the counts to agree", stage.patience().brief(), () -> counts(run).equals(expected), run);
    Counts got = counts(run);
    expect(got.equals(expected), () -> ChallengeFeedback.countedAgain(expected, got));
  }

  /** The counts are those of one consumer, since it was made, whatever another one does. */
  private void expectNothingShared(StudentRun run) {
    LabTopic elsewhere = stage.newTopic();
    StudentRun second = stage.newRunBeside(run, elsewhere);
    PendingCall running = second.startConsumerAfter(() -> expectNothingCounted(second));
    UserEvent event = consumer.newEvents(1).get(0);
    List<PublishedEvent> unused = elsewhere.publish(List.of(event));
    stage.await(
        "another consumer to read", () -> !second.calls().isEmpty() || running.ended(), run);
    Counts counted = counts(run);
    consumer.awaitHandled("the next event", consumer.publish(1), run);
    stage.await(
        "the next event to be counted",
        stage.patience().brief(),
        () -> !counts(run).equals(counted),
        run);
    if (second.calls().isEmpty()) {
      return; // another criterion judges whether it reads
    }
    Counts expected = new Counts(Map.of(event.eventType(), 1L), 0);
    stage.await(
        "the only event to be counted",
        stage.patience().brief(),
        () -> counts(second).equals(expected),
        run);
    Counts got = counts(second);
    expect(got.equals(expected), () -> ChallengeFeedback.countsOfAnother(expected, got));
  }

  private static void expectNothingCounted(StudentRun made) {
    Counts counts = counts(made);
    expect(counts.equals(new Counts(Map.of(), 0)), () -> ChallengeFeedback.sharedCounts(counts));
  }

  private void expectTheSameAfterTheEnd(StudentRun run, Counts expected) {
    run.stopConsumer();
    if (!stage.await("run() to return", () -> run.consuming().ended())) {
      return; // another criterion judges whether it does
    }
    Counts got = counts(run);
    expect(got.equals(expected), () -> ChallengeFeedback.countsAtTheEnd(expected, got));
  }

  private void process(StudentRun run, int malformed) {
    List<PublishedEvent> events = new ArrayList<>(consumer.publish(40));
    HeldBacklog backlog = consumer.holdInBacklog(run, PARTITION, 3, 1);
    events.addAll(backlog.events());
    for (String type : UNKNOWN) {
      UserEvent event = stage.events().event(events.get(0).event().userId(), type);
      consumer.publishTo(PARTITION, List.of(event, stage.events().event(event.userId(), type)));
    }
    for (int i = 0; i < malformed; i++) {
      long unused = consumer.topic().publishBytes(PARTITION, "user_1", new byte[] {'{', (byte) i});
      events.addAll(consumer.publishTo(PARTITION, 1));
    }
    PoisonWatch watch = PoisonWatch.begin(stage, run, consumer.ledger().part(events));
    watch.noteProgress();
    backlog.hold().letGo(Answer.PROCEED);
    if (!consumer.awaitHandled("all events to be handled", events, watch::isHopeless, run)) {
      throw CriterionEnded.blocked(
          CriterionId.CONSUMER_MALFORMED_JSON, consumer.stoppedHandling(run));
    }
  }

  /** Makes the handler throw for an event, and waits until the next one was handled. */
  private UserEvent failOne(StudentRun run) {
    UserEvent event = consumer.newEvents(1).get(0);
    Hold hold = run.gate().holdNext(call -> EventIdentity.isAbout(call, event));
    consumer.publishTo(PARTITION, List.of(event));
    stage.await("the handler to be called", () -> hold.taken().isPresent(), run);
    hold.letGo(Answer.THROW);
    List<PublishedEvent> behind = consumer.publishTo(PARTITION, 1);
    EventLedger asked = consumer.ledger().part(behind);
    if (!stage.await(
        "the event behind it",
        stage.patience().toTryAgain(),
        () -> asked.missing(run.calls()).isEmpty(),
        run)) {
      throw CriterionEnded.blocked(
          CriterionId.CONSUMER_FAILING_HANDLER, consumer.stoppedHandling(run));
    }
    return event;
  }

  /**
   * Counts the handler calls that returned, including those for the first events.
   *
   * @param failed the event for which the handler threw once
   */
  private static Map<String, Long> handled(StudentRun run, UserEvent failed) {
    Map<String, Long> counts = new TreeMap<>();
    run.calls()
        .forEach(
            call -> {
              UserEvent event = call.event();
              if (event != null) {
                counts.merge(event.eventType(), 1L, Long::sum);
              }
            });
    counts.merge(failed.eventType(), -1L, Long::sum);
    return counts;
  }

  /**
   * Reads the counts.
   *
   * @throws CriterionEnded where the JVM has ended: what was handled last did that
   */
  private static Counts counts(StudentRun run) {
    try {
      return run.parts().metrics();
    } catch (StudentFailure.JvmEnded e) {
      throw CriterionEnded.blocked(CriterionId.CONSUMER_DISPATCHES, FailureFeedback.of(e));
    }
  }
}
