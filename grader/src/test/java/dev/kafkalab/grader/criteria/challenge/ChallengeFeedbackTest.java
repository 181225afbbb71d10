package dev.kafkalab.grader.criteria.challenge;

import static dev.kafkalab.grader.criteria.trace.Scene.LOGOUT_JSON;
import static dev.kafkalab.grader.criteria.trace.Scene.assertReads;
import static dev.kafkalab.grader.criteria.trace.Scene.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.criteria.trace.Traces;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.studentvm.Counts;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class ChallengeFeedbackTest {

  private static final Location LINE = new Location("Consumer.java", 40);
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

  @Test
  void saysWhoseCountsTheyAre() {
    Counts counts = new Counts(Map.of("login", 3L), 2);

    assertReads(
        ChallengeFeedback.sharedCounts(counts),
        "A second consumer in the same program has read nothing, but its metrics() count what the first one has handled.",
        "Keep the counts in fields of each object: static ones are shared by all.",
        "counts of the second consumer",
        "Counts[handledByType={login=3}, malformed=2]");
    assertReads(
        ChallengeFeedback.countedAgain(new Counts(Map.of("login", 3L), 1), counts),
        "metrics() does not match what was handled and skipped after one more malformed record, whose dead letter was rejected at first.",
        "Count a malformed record when you pass it, not each time that you try to send its letter.",
        "expected",
        "Counts[handledByType={login=3}, malformed=1]",
        "got",
        "Counts[handledByType={login=3}, malformed=2]");
    assertReads(
        ChallengeFeedback.countsOfAnother(new Counts(Map.of("login", 1L), 0), counts),
        "Two consumers ran in one program, each with a topic of its own, and metrics() of the second does not match what it has handled.",
        "Keep the counts in fields of each object: static ones are shared by all.",
        "counts of the second consumer, expected",
        "Counts[handledByType={login=1}, malformed=0]",
        "counts of the second consumer, got",
        "Counts[handledByType={login=3}, malformed=2]");
    assertReads(
        ChallengeFeedback.countsAtTheEnd(counts, new Counts(Map.of(), 0)),
        "metrics() should say the same after run() has returned, but says something else.",
        "The counts are those since the consumer was made: keep them when run() ends.",
        "before the end",
        "Counts[handledByType={login=3}, malformed=2]",
        "after the end",
        "Counts[handledByType={}, malformed=0]");
  }

  @Test
  void saysWhichHeaderIsNoText() {
    Feedback feedback =
        ChallengeFeedback.headerNotText(
            "version", new byte[] {0, 1}, Traces.trace(Traces.send(null, true)));

    assertReads(
        feedback,
        "The value of the header 'version' should be text in UTF-8, but in one record it is not.",
        "Numbers are written in decimal digits, too: turn text into bytes with StandardCharsets.UTF_8.",
        "its bytes",
        "00 01");
    assertThat(feedback.location()).isEqualTo(Traces.SEND);
  }
}
