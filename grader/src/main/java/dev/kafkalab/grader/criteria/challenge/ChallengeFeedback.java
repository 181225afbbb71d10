package dev.kafkalab.grader.criteria.challenge;

import static dev.kafkalab.grader.feedback.Fact.fact;

import dev.kafkalab.grader.criteria.poison.Poison;
import dev.kafkalab.grader.criteria.trace.ProducerTrace;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.feedback.Misconception;
import dev.kafkalab.grader.studentvm.Counts;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Says what a challenge lacks, or what is wrong with it. */
final class ChallengeFeedback {

  private static final String LETTER =
      "A dead letter is a copy of the record: the same key and value, plus headers that say where it came from.";

  private static final String ON_TOP =
      "Apply the file's settings last, so that they override all others, in every client that you create.";
  private static final int MOST_NAMES = 8;

  private ChallengeFeedback() {}

  static Feedback noHeaders() {
    return Feedback.of("The records have neither a 'source' nor a 'version' header.", "");
  }

  static Feedback headerMissing(String name, ConsumerRecord<?, ?> record, ProducerTrace trace) {
    List<String> names =
        Stream.of(record.headers().toArray())
            .map(header -> "'%s'".formatted(header.key()))
            .limit(MOST_NAMES)
            .toList();
    return Feedback.of(
            "Each record should have the header '%s', but in one record it is missing or empty."
                .formatted(name),
            "Add both headers wherever you create a record.",
            fact(
                "record",
                String.format(
                    Locale.ROOT, "partition %d, offset %d", record.partition(), record.offset())),
            fact("its headers", names.isEmpty() ? "none" : String.join(", ", names)))
        .at(trace.send());
  }

  static Feedback noDeadLetters() {
    return Feedback.of(
        "Malformed records are skipped, but none of them is in the dead-letter topic.", "");
  }

  static Feedback committedUnanswered(long offset, long committed, @Nullable Location commit) {
    return committedPast(
        offset,
        committed,
        commit,
        "The offset of a malformed record was committed before the broker had confirmed its dead letter: a crash now would lose the record.",
        "");
  }

  static Feedback committedRefused(long offset, long committed, @Nullable Location commit) {
    return committedPast(
        offset,
        committed,
        commit,
        "The broker rejected a dead letter, but the offset of its malformed record was committed anyway: the record is lost.",
        "If a dead letter cannot be sent, do not commit past its record: retry later, or let the exception end run().");
  }

  private static Feedback committedPast(
      long offset, long committed, @Nullable Location commit, String message, String hint) {
    return Feedback.of(
            message,
            hint,
            fact("malformed record", "partition 1, offset " + offset),
            fact("committed", "partition 1 up to offset " + committed))
        .at(commit)
        .because(Misconception.DEAD_LETTER_NOT_AWAITED);
  }

  static Feedback noLetter(Poison poison, long offset) {
    return Feedback.of(
        "A malformed record (%s) should be in the dead-letter topic, byte for byte, but it is not there."
            .formatted(poison.kind()),
        LETTER,
        fact("malformed record", "partition 1, offset " + offset));
  }

  static Feedback otherLetterKey(Poison poison, String key) {
    return Feedback.of(
        "The dead letter for a malformed record (%s) should keep its key, '%s', but has a different one."
            .formatted(poison.kind(), key),
        LETTER);
  }

  static Feedback letterHeader(String name, String expected, String got) {
    return Feedback.of(
        "The header '%s' of a dead letter should say where the record came from or why it is malformed."
            .formatted(name),
        LETTER,
        fact("expected", expected),
        fact("got", got.isEmpty() ? "no such header" : got));
  }

  static Feedback counts(Counts expected, Counts got) {
    return Feedback.of(
        "metrics() does not match what was handled and skipped.",
        "Count an event by its type when the handler has returned, and count malformed records separately.",
        fact("handled by type, expected", expected.handledByType()),
        fact("handled by type, got", got.handledByType()),
        fact("malformed, expected", expected.malformed()),
        fact("malformed, got", got.malformed()));
  }

  static Feedback commitForEach(long commits, int events) {
    return Feedback.of(
        String.format(
            Locale.ROOT,
            "There were %d commits for %d events: one commit per event is correct, but more work than needed.",
            commits,
            events),
        "");
  }

  static Feedback noConfigFile(String clientId) {
    return Feedback.of(
        "LabSettings named a config file with client.id '%s', but neither client used it."
            .formatted(clientId),
        "");
  }

  static Feedback otherClient(
      String kind, String clientId, Set<String> used, @Nullable Location made) {
    return Feedback.of(
            "The config file sets client.id to '%s', but the %s used a different one."
                .formatted(clientId, kind),
            ON_TOP,
            fact("client.id on the wire", used))
        .at(made);
  }

  static Feedback largerPoll(int most, int records, @Nullable Location poll) {
    return Feedback.of(
            String.format(
                Locale.ROOT,
                "The config file sets max.poll.records=%d, but a poll returned %d records.",
                most,
                records),
            ON_TOP)
        .at(poll);
  }

  static Feedback otherSetting(
      String kind, String name, String value, String effective, @Nullable Location made) {
    return Feedback.of(
            "The config file sets %s=%s, but the %s was created with %s."
                .formatted(name, value, kind, effective),
            ON_TOP)
        .at(made);
  }
}
