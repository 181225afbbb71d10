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
      "A dead letter is the record itself: the same key and value, with headers that say where it came from.";
  private static final String ON_TOP =
      "Put the file's settings on top of all others, also of your own, for each client that you make.";

  @Test
  void saysWhatIsNotThereYet() {
    assertReads(
        ChallengeFeedback.noHeaders(),
        "The records have neither of the headers source and version.",
        "");
    assertReads(
        ChallengeFeedback.noDeadLetters(),
        "Malformed records are passed over, and none is in the dead-letter topic.",
        "");
    assertReads(
        ChallengeFeedback.commitForEach(78, 78),
        "There were 78 commits for 78 events: one for each is right, and more work than is needed.",
        "");
    assertReads(
        ChallengeFeedback.noConfigFile("from-the-file-7"),
        "LabSettings named a config file with client.id 'from-the-file-7', and neither client used it.",
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
        "Each record should have the header 'version', and one has none, or an empty one.",
        "Add both headers wherever a record is made.",
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
        "The offset of a malformed record was committed before the broker had confirmed its dead letter: a crash now would lose it.",
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
        "The broker refused a dead letter, and the offset of its malformed record was committed all the same: it is in neither topic.",
        "Where a dead letter fails, do not commit past its record: try it again later, or let the exception end run().",
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
        "A malformed record is not in the dead-letter topic with its own bytes: %s."
            .formatted(POISON.kind()),
        LETTER,
        "malformed record",
        "partition 1, offset 5");
  }

  @Test
  void saysWhatADeadLetterDoesNotKeep() {
    assertReads(
        ChallengeFeedback.otherLetterKey(POISON, "user_7"),
        "A dead letter should keep its record's key, 'user_7', and has another one: %s."
            .formatted(POISON.kind()),
        LETTER);
    assertReads(
        ChallengeFeedback.letterHeader("dlq.offset", "5", ""),
        "A dead letter's header 'dlq.offset' should say where the record came from, or why it is one.",
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
        "metrics() does not agree with what was handled and passed over.",
        "Count an event when the handler has returned, under its type, and a malformed record apart.",
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
        "The config file says client.id 'from-the-file-7', and the producer used another one.",
        ON_TOP,
        "client.id on the wire",
        "[producer-1]");
    assertThat(feedback.location()).isEqualTo(LINE);
  }

  @Test
  void saysWhichSettingOfTheFileDidNotWin() {
    assertReads(
        ChallengeFeedback.largerPoll(3, 11, LINE),
        "The config file says max.poll.records=3, and a poll returned 11 records.",
        ON_TOP);
    assertReads(
        ChallengeFeedback.otherSetting("producer", "retries", "7", "0", LINE),
        "The config file says retries=7, and the producer was made with 0.",
        ON_TOP);
  }
}
