package dev.kafkalab.grader.criteria.challenge;

import static dev.kafkalab.grader.criteria.stage.Conditions.expect;
import static dev.kafkalab.grader.criteria.stage.Conditions.expectAttempt;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.criteria.poison.Course;
import dev.kafkalab.grader.criteria.poison.MalformedKinds;
import dev.kafkalab.grader.criteria.poison.Place;
import dev.kafkalab.grader.criteria.poison.Poison;
import dev.kafkalab.grader.criteria.poison.PoisonWatch;
import dev.kafkalab.grader.criteria.stage.Conditions;
import dev.kafkalab.grader.criteria.stage.ConsumerStage;
import dev.kafkalab.grader.criteria.stage.HeldBacklog;
import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.criteria.stage.StudentRun;
import dev.kafkalab.grader.criteria.trace.ProducerTrace;
import dev.kafkalab.grader.evidence.EventIdentity;
import dev.kafkalab.grader.evidence.EventLedger;
import dev.kafkalab.grader.evidence.LabTopic;
import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.rubric.CriterionEnded;
import dev.kafkalab.grader.rubric.CriterionId;
import dev.kafkalab.grader.studentvm.Gate.Answer;
import dev.kafkalab.grader.studentvm.recorder.ClientCall;
import dev.kafkalab.grader.wire.ClientKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Judges how malformed records go to a dead-letter topic. */
final class DeadLetterJudge {

  private static final int PARTITION = 1;

  /** No other malformed record looks like it. */
  private static final byte[] ELSEWHERE = "{elsewhere".getBytes(StandardCharsets.UTF_8);

  /** Points for letters that are right where nothing goes wrong. */
  private static final int RIGHT = 3;

  /** A consumer that gives up after its second or third try is found, too. */
  private static final int REFUSALS = 3;

  /** A consumer that gives up after two seconds is found, too. */
  private static final Duration SILENCE = Duration.ofMillis(2_500);

  private final Stage stage;
  private final ConsumerStage consumer;
  private final LabTopic letters;
  private final List<Place> published = new ArrayList<>();
  private final EventLedger good;

  DeadLetterJudge(Stage stage) {
    this.stage = stage;
    this.consumer = ConsumerStage.on(stage);
    this.letters = stage.newLettersTopic();
    this.good = consumer.ledger().part();
  }

  void judge() {
    StudentRun run =
        Conditions.requires(
            CriterionId.CONSUMER_DISPATCHES,
            () -> consumer.startReading(stage.newRun(consumer.topic(), letters)));
    expectLetters(run, MalformedKinds.USUAL.get(0));
    run.expectLabProperties(ClientKind.PRODUCER, RIGHT);
    LabTopic elsewhere = stage.newTopic();
    LabTopic others = stage.newDeadLetterTopic(elsewhere);
    StudentRun other = startBeside(run, elsewhere, others);
    expectLetters(
        run,
        MalformedKinds.USUAL.get(1),
        () ->
            expect(
                hasOnlyItsOwn(others),
                () -> DeadLetterFeedback.topicOfAnother(letters.name(), others.name())));
    other.stopConsumer();
    if (staysBeforeRefused(run)) {
      expectNoCommitWhileUnanswered(run);
    }
  }

  /**
   * Starts another consumer in the same program, and has it send a letter to a dead-letter topic of
   * its own.
   */
  private StudentRun startBeside(StudentRun run, LabTopic topic, LabTopic others) {
    StudentRun other = stage.newRunBeside(run, topic);
    other.startConsumer();
    Place unused = Place.of(topic, PARTITION, "user_1", ELSEWHERE);
    stage.await(
        "another consumer to send a letter",
        () -> others.size() > 0 || other.consuming().ended(),
        run);
    return other;
  }

  private static boolean hasOnlyItsOwn(LabTopic others) {
    return others.readAll().stream().allMatch(letter -> Arrays.equals(letter.value(), ELSEWHERE));
  }

  private void expectLetters(StudentRun run, List<Poison> kinds) {
    expectLetters(run, kinds, () -> {});
  }

  /**
   * Expects a letter for each of these.
   *
   * @param andFirst what is expected before that
   */
  private void expectLetters(StudentRun run, List<Poison> kinds, Runnable andFirst) {
    Conditions.requires(CriterionId.CONSUMER_MALFORMED_JSON, () -> serve(run, kinds));
    andFirst.run();
    expectTopicOfTheSettings(run);
    requireAllHandled(run);
    List<ConsumerRecord<byte[], byte[]>> found = letters.readAll();
    expectAttempt(!found.isEmpty(), ChallengeFeedback::noDeadLetters);
    ProducerTrace trace = run.producerTrace();
    new Letters(found, trace.wasGiven(found.size()), trace.sendTo(letters.name()))
        .expectExactly(published);
  }

  /** Publishes these kinds while the consumer is held: one poll returns those of all partitions. */
  private void serve(StudentRun run, List<Poison> kinds) {
    HeldBacklog backlog = consumer.holdInBacklog(run, PARTITION, 2, 1);
    Course.Served served =
        Course.ofAll(kinds, () -> consumer.newEvents(1).get(0)).publishTo(consumer.topic());
    published.addAll(served.malformed());
    good.add(served.valid());
    // An event whose handler throws is none of the malformed records.
    UserEvent failing = served.valid().get(0).event();
    run.gate().answer(1, call -> EventIdentity.isAbout(call, failing), Answer.THROW);
    PoisonWatch watch = PoisonWatch.begin(stage, run, good);
    watch.noteProgress();
    backlog.hold().letGo(Answer.PROCEED);
    boolean unused =
        stage.awaitMoving(
            "all to be passed",
            () -> run.calls().size() + run.tap().produceRequests(),
            () ->
                (published.stream().allMatch(place -> isPast(run, place)) && hasHandledAll(run))
                    || watch.isHopeless()
                    || hasOtherTopic(run),
            run);
    // A letter that nobody waits for may still be on its way.
    stage.await(
        "all letters", stage.patience().brief(), () -> letters.size() >= published.size(), run);
  }

  private void expectTopicOfTheSettings(StudentRun run) {
    String other = run.foreignTopic().orElse("");
    expect(
        !hasOtherTopic(run),
        () ->
            DeadLetterFeedback.otherTopic(letters.name(), other)
                .at(run.producerTrace().sendTo(other)));
  }

  private boolean hasOtherTopic(StudentRun run) {
    return run.foreignTopic().filter(other -> isSentTo(run, other)).isPresent()
        && letters.size() == 0;
  }

  /** A consumer may ask for topics by a pattern, which looks like the name of another one. */
  private static boolean isSentTo(StudentRun run, String topic) {
    return run.producerTrace().sendTo(topic) != null;
  }

  private void requireAllHandled(StudentRun run) {
    if (!hasHandledAll(run)) {
      throw CriterionEnded.blocked(
          CriterionId.CONSUMER_MALFORMED_JSON, consumer.stoppedHandling(run));
    }
  }

  /** Publishes one malformed record, followed by a valid event. */
  private Place publishOne() {
    byte[] value = MalformedKinds.INVALID.pieces().get(0).draft().value();
    String key = "user_" + stage.events().below(1000);
    Place place = Place.of(consumer.topic(), PARTITION, key, value);
    List<PublishedEvent> behind = consumer.publishTo(PARTITION, 1);
    good.add(behind);
    return place;
  }

  /**
   * Sends one more letter, which the broker keeps rejecting. A consumer may retry, set the record
   * aside or stop; it must not commit, nor stand still once the broker takes letters again.
   *
   * @return whether it goes on once the broker takes letters again
   */
  private boolean staysBeforeRefused(StudentRun run) {
    List<PublishedEvent> done =
        good.published().stream()
            .filter(event -> run.highestCommit(event.partition()) > event.offset())
            .toList();
    int calls = run.calls().size();
    run.tap().refuseRecords(true);
    int sent = run.tap().produceRequests();
    Place refused = publishOne();
    stage.await(
        "a dead letter to be refused",
        () -> run.tap().produceRequests() > sent || hasEnded(run) || isPast(run, refused));
    boolean unused =
        stage.await(
            "what follows refusals",
            SILENCE,
            () ->
                isPast(run, refused)
                    || hasEnded(run)
                    || run.tap().produceRequests() > sent + REFUSALS);
    long committed = committed(run);
    expect(
        committed <= refused.offset(),
        () ->
            DeadLetterFeedback.committedRefused(
                refused.offset(), committed, commitLine(run, committed)));
    int tried = run.tap().produceRequests();
    run.tap().refuseRecords(false);
    expectToTryAgain(run, refused, tried);
    boolean on = !hasEnded(run) && goesOn(run, refused);
    EventLedger again = consumer.ledger().part(done);
    again.sources(run.calls().subList(calls, run.calls().size())).stream()
        .findFirst()
        .ifPresent(event -> expect(false, RIGHT, () -> DeadLetterFeedback.wentBack(event)));
    return on;
  }

  /** Who neither tries again nor ends stands still, and nobody hears of it. */
  private void expectToTryAgain(StudentRun run, Place refused, int tried) {
    boolean again =
        stage.await(
            "the refused letter to be sent again",
            stage.patience().toTryAgain(),
            () -> run.tap().produceRequests() > tried || hasEnded(run));
    expect(
        again,
        () ->
            DeadLetterFeedback.neverTriedAgain(refused)
                .at(run.producerTrace().sendTo(letters.name())));
  }

  private boolean goesOn(StudentRun run, Place refused) {
    return stage.await(
            "the refused record to be passed",
            stage.patience().toTryAgain(),
            () -> (isPast(run, refused) && hasHandledAll(run)) || hasEnded(run))
        && !hasEnded(run);
  }

  /** The broker has the dead letter, but the student's code does not know that yet. */
  private void expectNoCommitWhileUnanswered(StudentRun run) {
    run.tap().holdProduceAnswers(true);
    int sent = run.tap().produceRequests();
    Place held = publishOne();
    stage.await(
        "a dead letter on its way",
        () -> run.tap().produceRequests() > sent || isPast(run, held) || hasEnded(run));
    boolean early =
        stage.awaitInSilence(
            "a commit past the malformed record",
            SILENCE,
            () -> isPast(run, held) || hasEnded(run));
    long committed = committed(run);
    expect(
        !early || committed <= held.offset(),
        () ->
            DeadLetterFeedback.committedUnanswered(
                held.offset(), committed, commitLine(run, committed)));
  }

  private static boolean hasEnded(StudentRun run) {
    return run.end().isPresent() || run.consuming().ended();
  }

  private static @Nullable Location commitLine(StudentRun run, long committed) {
    return run.clientNotes()
        .lastCommitBefore(System.nanoTime(), PARTITION, committed)
        .map(ClientCall::at)
        .orElse(null);
  }

  private static boolean isPast(StudentRun run, Place place) {
    return run.highestCommit(place.partition()) > place.offset();
  }

  private long committed(StudentRun run) {
    return run.highestCommit(consumer.topic().partition(PARTITION));
  }

  private boolean hasHandledAll(StudentRun run) {
    return good.missing(run.calls()).isEmpty();
  }
}
