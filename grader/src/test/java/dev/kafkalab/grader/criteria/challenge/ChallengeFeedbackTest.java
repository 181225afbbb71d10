package dev.kafkalab.grader.criteria.challenge;

import static dev.kafkalab.grader.criteria.trace.Scene.LOGOUT_JSON;
import static dev.kafkalab.grader.criteria.trace.Scene.assertReads;
import static dev.kafkalab.grader.criteria.trace.Scene.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.criteria.poison.Poison;
import dev.kafkalab.grader.criteria.trace.Traces;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.feedback.Misconception;
import dev.kafkalab.grader.studentvm.Counts;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class ChallengeFeedbackTest {

  private static final Location LINE = new Location("Consumer.java", 40);
  private static final Poison POISON =
      Poison.kinds(new byte[] {(byte) 0x80, (byte) 0x81, (byte) 0xBF}).get(0);
  private static final String LETTER =
      "A dead letter is a copy of the record: the same key and value, plus headers that say where it came from.";
  private static final String ON_TOP =
      "Apply the file's settings last, so that they override all others, in every client that you create.";

  @Test
  void saysWhatIsNotThereYet() {
    assertReads(
        ChallengeFeedback.noHeaders(),
        "The records have neither a 'source' nor a 'version' header.",
        "");
    assertReads(
        ChallengeFeedback.noDeadLetters(),
        "Malformed records are skipped, but none of them is in the dead-letter topic.",
        "");
    assertReads(
        ChallengeFeedback.commitForEach(78, 78),
        "There were 78 commits for 78 events: one commit per event is correct, but more work than needed.",
        "");
    assertReads(
        ChallengeFeedback.noConfigFile("from-the-file-7"),
        "LabSettings named a config file with client.id 'from-the-file-7', but neither client used it.",
        "");
  }

  @Test
  void namesTheHeaderThatIsMissingAndThoseThatAreThere() {
    ConsumerRecord<byte[], byte[]> record = record("user_7", LOGOUT_JSON);
    record.headers().add("source", new byte[] {1});
    Feedback feedback =
        ChallengeFeedback.headerMissing("version", record, Traces.trace(Traces.send(null, true)));

    assertReads(
        feedback,
        "Each record should have the header 'version', but in one record it is missing or empty.",
        "Add both headers wherever you create a record.",
        "record",
        "partition 2, offset 17",
        "its headers",
        "'source'");
    assertThat(feedback.location()).isEqualTo(Traces.SEND);
    assertThat(
            ChallengeFeedback.headerMissing("version", record("u", ""), Traces.NONE)
                .facts()
                .get(1)
                .value())
        .isEqualTo("none");
  }

  @Test
  void saysWhichCommitDidNotWaitForTheDeadLetter() {
    Feedback feedback = ChallengeFeedback.committedUnanswered(5, 7, LINE);

    assertReads(
        feedback,
        "The offset of a malformed record was committed before the broker had confirmed its dead letter: a crash now would lose the record.",
        "",
        "malformed record",
        "partition 1, offset 5",
        "committed",
        "partition 1 up to offset 7");
    assertThat(feedback.location()).isEqualTo(LINE);
    assertThat(feedback.misconception()).isEqualTo(Misconception.DEAD_LETTER_NOT_AWAITED);
  }

  @Test
  void saysWhichCommitPassedARefusedDeadLetter() {
    Feedback feedback = ChallengeFeedback.committedRefused(5, 7, LINE);

    assertReads(
        feedback,
        "The broker rejected a dead letter, but the offset of its malformed record was committed anyway: the record is lost.",
        "If a dead letter cannot be sent, do not commit past its record: retry later, or let the exception end run().",
        "malformed record",
        "partition 1, offset 5",
        "committed",
        "partition 1 up to offset 7");
    assertThat(feedback.location()).isEqualTo(LINE);
    assertThat(feedback.misconception()).isEqualTo(Misconception.DEAD_LETTER_NOT_AWAITED);
  }

  @Test
  void saysWhichRecordHasNoDeadLetter() {
    assertReads(
        ChallengeFeedback.noLetter(POISON, 5),
        "A malformed record (%s) should be in the dead-letter topic, byte for byte, but it is not there."
            .formatted(POISON.kind()),
        LETTER,
        "malformed record",
        "partition 1, offset 5");
  }

  @Test
  void saysWhatADeadLetterDoesNotKeep() {
    assertReads(
        ChallengeFeedback.otherLetterKey(POISON, "user_7"),
        "The dead letter for a malformed record (%s) should keep its key, 'user_7', but has a different one."
            .formatted(POISON.kind()),
        LETTER);
    assertReads(
        ChallengeFeedback.letterHeader("dlq.offset", "5", ""),
        "The header 'dlq.offset' of a dead letter should say where the record came from or why it is malformed.",
        LETTER,
        "expected",
        "5",
        "got",
        "no such header");
  }

  @Test
  void showsBothCounts() {
    assertReads(
        ChallengeFeedback.counts(
            new Counts(Map.of("login", 3L), 2), new Counts(Map.of("login", 5L), 0)),
        "metrics() does not match what was handled and skipped.",
        "Count an event by its type when the handler has returned, and count malformed records separately.",
        "handled by type, expected",
        "{login=3}",
        "handled by type, got",
        "{login=5}",
        "malformed, expected",
        "2",
        "malformed, got",
        "0");
  }

  @Test
  void saysWhichClientDidNotGetTheFilesSettings() {
    Feedback feedback =
        ChallengeFeedback.otherClient(
            "producer", "from-the-file-7", new TreeSet<>(Set.of("producer-1")), LINE);

    assertReads(
        feedback,
        "The config file sets client.id to 'from-the-file-7', but the producer used a different one.",
        ON_TOP,
        "client.id on the wire",
        "[producer-1]");
    assertThat(feedback.location()).isEqualTo(LINE);
  }

  @Test
  void saysWhichSettingOfTheFileDidNotWin() {
    assertReads(
        ChallengeFeedback.largerPoll(3, 11, LINE),
        "The config file sets max.poll.records=3, but a poll returned 11 records.",
        ON_TOP);
    assertReads(
        ChallengeFeedback.otherSetting("producer", "retries", "7", "0", LINE),
        "The config file sets retries=7, but the producer was created with 0.",
        ON_TOP);
  }
}
