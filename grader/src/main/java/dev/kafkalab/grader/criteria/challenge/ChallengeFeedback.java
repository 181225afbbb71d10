package dev.kafkalab.grader.criteria.challenge;

import static dev.kafkalab.grader.feedback.Fact.fact;

import dev.kafkalab.grader.criteria.trace.ProducerTrace;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.studentvm.Counts;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Says what a challenge lacks, or what is wrong with it. */
final class ChallengeFeedback {

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

  static Feedback counts(Counts expected, Counts got) {
    return Feedback.of(
        "metrics() does not match what was handled and skipped.",
        "Count an event by its type when the handler has returned, and count malformed records separately.",
        fact("handled by type, expected", expected.handledByType()),
        fact("handled by type, got", got.handledByType()),
        fact("malformed, expected", expected.malformed()),
        fact("malformed, got", got.malformed()));
  }

  static Feedback countsAtTheEnd(Counts expected, Counts got) {
    return Feedback.of(
        "metrics() should say the same after run() has returned, but says something else.",
        "The counts are those since the consumer was made: keep them when run() ends.",
        fact("before the end", expected),
        fact("after the end", got));
  }

  static Feedback sharedCounts(Counts got) {
    return Feedback.of(
        "A second consumer in the same program has read nothing, but its metrics() count what the first one has handled.",
        "Keep the counts in fields of each object: static ones are shared by all.",
        fact("counts of the second consumer", got));
  }

  static Feedback countedAgain(Counts expected, Counts got) {
    return Feedback.of(
        "metrics() does not match what was handled and skipped after one more malformed record, whose dead letter was rejected at first.",
        "Count a malformed record when you pass it, not each time that you try to send its letter.",
        fact("expected", expected),
        fact("got", got));
  }

  static Feedback countsOfAnother(Counts expected, Counts got) {
    return Feedback.of(
        "Two consumers ran in one program, each with a topic of its own, and metrics() of the second does not match what it has handled.",
        "Keep the counts in fields of each object: static ones are shared by all.",
        fact("counts of the second consumer, expected", expected),
        fact("counts of the second consumer, got", got));
  }

  static Feedback headerNull(String name, ProducerTrace trace) {
    return Feedback.of(
            "The value of the header '%s' is the word 'null' in one record: what it was made from was null."
                .formatted(name),
            "Write the name of your program and the version of the format as constants: what is read from a manifest or a property is missing where nothing sets it.")
        .at(trace.send());
  }

  static Feedback headerNotText(String name, byte[] value, ProducerTrace trace) {
    return Feedback.of(
            "The value of the header '%s' should be text in UTF-8, but in one record it is not."
                .formatted(name),
            "Numbers are written in decimal digits, too: turn text into bytes with StandardCharsets.UTF_8.",
            fact("its bytes", HexFormat.ofDelimiter(" ").formatHex(value)))
        .at(trace.send());
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
