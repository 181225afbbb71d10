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

/** Says what is missing of a challenge, or wrong with it. */
final class ChallengeFeedback {

  private static final String LETTER =
      "A dead letter is the record itself: the same key and value, with headers that say where it came from.";

  private static final String ON_TOP =
      "Put the file's settings on top of all others, also of your own, for each client that you make.";
  private static final int MOST_NAMES = 8;

  private ChallengeFeedback() {}

  static Feedback noHeaders() {
    return Feedback.of("The records have neither of the headers source and version.", "");
  }

  static Feedback headerMissing(String name, ConsumerRecord<?, ?> record, ProducerTrace trace) {
    List<String> names =
        Stream.of(record.headers().toArray())
            .map(header -> "'%s'".formatted(header.key()))
            .limit(MOST_NAMES)
            .toList();
    return Feedback.of(
            "Each record should have the header '%s', and one has none, or an empty one."
                .formatted(name),
            "Add both headers wherever a record is made.",
            fact(
                "record",
                String.format(
                    Locale.ROOT, "partition %d, offset %d", record.partition(), record.offset())),
            fact("its headers", names.isEmpty() ? "none" : String.join(", ", names)))
        .at(trace.send());
  }

  static Feedback noDeadLetters() {
    return Feedback.of(
        "Malformed records are passed over, and none is in the dead-letter topic.", "");
  }

  static Feedback committedUnanswered(long offset, long committed, @Nullable Location commit) {
    return committedPast(
        offset,
        committed,
        commit,
        "The offset of a malformed record was committed before the broker had confirmed its dead letter: a crash now would lose it.",
        "");
  }

  static Feedback committedRefused(long offset, long committed, @Nullable Location commit) {
    return committedPast(
        offset,
        committed,
        commit,
        "The broker refused a dead letter, and the offset of its malformed record was committed all the same: it is in neither topic.",
        "Where a dead letter fails, do not commit past its record: try it again later, or let the exception end run().");
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
        "A malformed record is not in the dead-letter topic with its own bytes: %s."
            .formatted(poison.kind()),
        LETTER,
        fact("malformed record", "partition 1, offset " + offset));
  }

  static Feedback otherLetterKey(Poison poison, String key) {
    return Feedback.of(
        "A dead letter should keep its record's key, '%s', and has another one: %s."
            .formatted(key, poison.kind()),
        LETTER);
  }

  static Feedback letterHeader(String name, String expected, String got) {
    return Feedback.of(
        "A dead letter's header '%s' should say where the record came from, or why it is one."
            .formatted(name),
        LETTER,
        fact("expected", expected),
        fact("got", got.isEmpty() ? "no such header" : got));
  }

  static Feedback counts(Counts expected, Counts got) {
    return Feedback.of(
        "metrics() does not agree with what was handled and passed over.",
        "Count an event when the handler has returned, under its type, and a malformed record apart.",
        fact("handled by type, expected", expected.handledByType()),
        fact("handled by type, got", got.handledByType()),
        fact("malformed, expected", expected.malformed()),
        fact("malformed, got", got.malformed()));
  }

  static Feedback commitForEach(long commits, int events) {
    return Feedback.of(
        String.format(
            Locale.ROOT,
            "There were %d commits for %d events: one for each is right, and more work than is needed.",
            commits,
            events),
        "");
  }

  static Feedback noConfigFile(String clientId) {
    return Feedback.of(
        "LabSettings named a config file with client.id '%s', and neither client used it."
            .formatted(clientId),
        "");
  }

  static Feedback otherClient(
      String kind, String clientId, Set<String> used, @Nullable Location made) {
    return Feedback.of(
            "The config file says client.id '%s', and the %s used another one."
                .formatted(clientId, kind),
            ON_TOP,
            fact("client.id on the wire", used))
        .at(made);
  }

  static Feedback largerPoll(int most, int records, @Nullable Location poll) {
    return Feedback.of(
            String.format(
                Locale.ROOT,
                "The config file says max.poll.records=%d, and a poll returned %d records.",
                most,
                records),
            ON_TOP)
        .at(poll);
  }

  static Feedback otherSetting(
      String kind, String name, String value, String effective, @Nullable Location made) {
    return Feedback.of(
            "The config file says %s=%s, and the %s was made with %s."
                .formatted(name, value, kind, effective),
            ON_TOP)
        .at(made);
  }
}
