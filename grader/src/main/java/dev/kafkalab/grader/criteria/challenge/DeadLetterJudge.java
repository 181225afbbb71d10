package dev.kafkalab.grader.criteria.challenge;

import static dev.kafkalab.grader.criteria.stage.Conditions.expect;
import static dev.kafkalab.grader.criteria.stage.Conditions.expectAttempt;

import dev.kafkalab.api.RecordHeaders;
import dev.kafkalab.grader.criteria.poison.Poison;
import dev.kafkalab.grader.criteria.poison.PoisonWatch;
import dev.kafkalab.grader.criteria.stage.Conditions;
import dev.kafkalab.grader.criteria.stage.ConsumerStage;
import dev.kafkalab.grader.criteria.stage.HeldBacklog;
import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.criteria.stage.StudentRun;
import dev.kafkalab.grader.evidence.EventLedger;
import dev.kafkalab.grader.evidence.LabTopic;
import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.rubric.CriterionEnded;
import dev.kafkalab.grader.rubric.CriterionId;
import dev.kafkalab.grader.studentvm.Gate.Answer;
import dev.kafkalab.grader.studentvm.recorder.ClientCall;
import dev.kafkalab.grader.tap.note.ProduceNote;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Judges how malformed records go to a dead-letter topic. */
final class DeadLetterJudge {

  private static final int PARTITION = 1;

  /**
   * A consumer may give up on a confirmation and retry later; this is short enough that none has
   * to.
   */
  private static final Duration SILENCE = Duration.ofMillis(1_500);

  /** Kinds that every solution survives if it survives any. */
  private static final List<Poison> KINDS =
      Poison.kinds(new byte[] {(byte) 0x80, (byte) 0x81, (byte) 0xBF}).subList(0, 5);

  /**
   * A malformed record where it was published.
   *
   * @param offset its offset in the partition
   */
  private record Placed(Poison poison, String key, long offset) {}

  private final Stage stage;
  private final ConsumerStage consumer;
  private final LabTopic letters;
  private final List<Placed> published = new ArrayList<>();
  private final EventLedger good;

  DeadLetterJudge(Stage stage) {
    this.stage = stage;
    this.consumer = ConsumerStage.on(stage);
    this.letters = stage.newDeadLetterTopic(consumer.topic());
    this.good = consumer.ledger().part();
  }

  void judge() {
    StudentRun run =
        Conditions.requires(CriterionId.CONSUMER_DISPATCHES, () -> consumer.startReading());
    Conditions.requires(
        CriterionId.CONSUMER_MALFORMED_JSON,
        () -> {
          serveOne(run);
          PoisonWatch watch = PoisonWatch.begin(stage, run, good);
          watch.noteProgress();
          expectNoCommitWhileUnanswered(run, watch);
          run.tap().holdProduceAnswers(false);
          KINDS.subList(1, KINDS.size()).forEach(this::publish);
          watch.noteProgress(); // retries in the meantime are fine
          stage.await(
              "all to be passed",
              () -> (isPast(run) && hasHandledAll(run)) || watch.isHopeless(),
              run);
          requireAllHandled(run);
        });
    List<ConsumerRecord<byte[], byte[]>> found = letters.readAll();
    expectAttempt(!found.isEmpty(), ChallengeFeedback::noDeadLetters);
    Location sends = run.producerTrace().sendTo(letters.name());
    published.forEach(placed -> expectLetter(placed, found, sends));
    expectNoCommitWhereRefused(run);
  }

  private void requireAllHandled(StudentRun run) {
    if (!hasHandledAll(run)) {
      throw CriterionEnded.blocked(
          CriterionId.CONSUMER_MALFORMED_JSON, consumer.stoppedHandling(run));
    }
  }

  /**
   * Publishes the first kind alone: a consumer that waits a second for each unconfirmed letter
   * would otherwise wait a second for each letter of the batch, whose size is the broker's choice.
   */
  private void serveOne(StudentRun run) {
    HeldBacklog backlog = consumer.holdInBacklog(run, PARTITION, 2, 1);
    run.tap().holdProduceAnswers(true);
    publish(KINDS.get(0));
    backlog.hold().letGo(Answer.PROCEED);
  }

  /** Publishes a malformed record, followed by a valid event. */
  private void publish(Poison kind) {
    String key = "user_" + stage.events().below(1000);
    long offset = consumer.topic().publishBytes(PARTITION, key, kind.value());
    published.add(new Placed(kind, key, offset));
    good.add(consumer.publishTo(PARTITION, 1));
  }

  /** The broker has the dead letter, but the student's code does not know that yet. */
  private void expectNoCommitWhileUnanswered(StudentRun run, PoisonWatch watch) {
    long first = lastMalformed();
    stage.await(
        "a dead letter on its way", () -> hasSent(run) || isPast(run) || watch.isHopeless(), run);
    if (!hasSent(run)) {
      return;
    }
    boolean early =
        stage.awaitInSilence("a commit past the malformed record", SILENCE, () -> isPast(run), run);
    long committed = committed(run);
    expect(
        !early,
        () -> ChallengeFeedback.committedUnanswered(first, committed, commitLine(run, committed)));
  }

  /**
   * Sends one more letter, which the broker keeps rejecting. A consumer may retry, set the record
   * aside or stop; it must not commit. So this step comes last.
   */
  private void expectNoCommitWhereRefused(StudentRun run) {
    run.tap().refuseRecords(true);
    int sent = lettersSent(run);
    publish(KINDS.get(0));
    long refused = lastMalformed();
    stage.await(
        "a dead letter to be refused",
        () -> lettersSent(run) > sent || hasEnded(run) || isPast(run));
    stage.await(
        "what follows a refusal",
        SILENCE,
        () -> isPast(run) || hasEnded(run) || lettersSent(run) > sent + 1);
    long committed = committed(run);
    expect(
        committed <= refused,
        () -> ChallengeFeedback.committedRefused(refused, committed, commitLine(run, committed)));
  }

  private static boolean hasEnded(StudentRun run) {
    return run.consuming().ended();
  }

  private static int lettersSent(StudentRun run) {
    return run.tap().notes(ProduceNote.class).size();
  }

  private static @Nullable Location commitLine(StudentRun run, long committed) {
    return run.clientNotes()
        .lastCommitBefore(System.nanoTime(), PARTITION, committed)
        .map(ClientCall::at)
        .orElse(null);
  }

  private static boolean hasSent(StudentRun run) {
    return lettersSent(run) > 0;
  }

  private boolean isPast(StudentRun run) {
    return committed(run) > lastMalformed();
  }

  private long committed(StudentRun run) {
    return run.highestCommit(consumer.topic().partition(PARTITION));
  }

  private long lastMalformed() {
    return published.get(published.size() - 1).offset();
  }

  private boolean hasHandledAll(StudentRun run) {
    return good.missing(run.calls()).isEmpty();
  }

  private void expectLetter(
      Placed placed, List<ConsumerRecord<byte[], byte[]>> found, @Nullable Location sends) {
    Optional<ConsumerRecord<byte[], byte[]>> letter =
        found.stream()
            .filter(record -> Arrays.equals(record.value(), placed.poison().value()))
            .findFirst();
    expect(
        letter.isPresent(),
        () -> ChallengeFeedback.noLetter(placed.poison(), placed.offset()).at(sends));
    ConsumerRecord<byte[], byte[]> record = letter.orElseThrow();
    expect(
        record.key() != null
            && new String(record.key(), StandardCharsets.UTF_8).equals(placed.key()),
        () -> ChallengeFeedback.otherLetterKey(placed.poison(), placed.key()).at(sends));
    expectHeader(record, RecordHeaders.DEAD_LETTER_TOPIC, consumer.topic().name(), sends);
    expectHeader(record, RecordHeaders.DEAD_LETTER_PARTITION, String.valueOf(PARTITION), sends);
    expectHeader(record, RecordHeaders.DEAD_LETTER_OFFSET, String.valueOf(placed.offset()), sends);
    String reason = RecordHeaders.DEAD_LETTER_REASON;
    expect(
        !text(record, reason).isBlank(),
        () -> ChallengeFeedback.letterHeader(reason, "a reason", "").at(sends));
  }

  private static void expectHeader(
      ConsumerRecord<?, ?> record, String name, String expected, @Nullable Location sends) {
    String got = text(record, name);
    expect(
        got.equals(expected), () -> ChallengeFeedback.letterHeader(name, expected, got).at(sends));
  }

  private static String text(ConsumerRecord<?, ?> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? ""
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
