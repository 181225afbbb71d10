package dev.kafkalab.grader.criteria.challenge;

import static dev.kafkalab.grader.feedback.Fact.fact;

import dev.kafkalab.grader.criteria.poison.Place;
import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.feedback.Misconception;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with dead letters. */
final class DeadLetterFeedback {

  private static final String LETTER =
      "A dead letter is a copy of the record: the same key and value, plus headers that say where it came from.";

  private static final String BYTES =
      "A key is bytes, or missing: copy it as it is. Text that was decoded and encoded again is no longer the same.";

  private DeadLetterFeedback() {}

  static Feedback otherTopic(String expected, String asked) {
    return Feedback.of(
            "Dead letters should go to the topic '%s', but your code asked the broker for '%s'."
                .formatted(expected, asked),
            "settings.deadLetterTopic() has the name: whoever runs your code has chosen it and created the topic.",
            fact("expected topic", expected),
            fact("asked for", asked))
        .because(Misconception.NAME_WRITTEN_INTO_THE_CODE);
  }

  static Feedback topicOfAnother(String expected, String other) {
    return Feedback.of(
        "Two consumers ran in one program, each with a dead-letter topic of its own, and a dead letter of one of them went to the topic of the other.",
        "Keep the settings, and what sends dead letters, in fields of each object: static ones are shared by all.",
        fact("expected topic", expected),
        fact("topic of the other", other));
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
        "If a dead letter cannot be sent, do not commit past its record, however often it was tried: retry later, or let the exception end run().");
  }

  static Feedback neverTriedAgain(Place place) {
    return Feedback.of(
        "The broker rejected a dead letter and then took letters again, but this one was not sent again, and run() did not end: the record waits for ever.",
        "Try a rejected letter again within ten seconds, or let the exception end run(), so that somebody notices.",
        fact("malformed record", place));
  }

  static Feedback wentBack(PublishedEvent event) {
    return Feedback.of(
        "The broker rejected a dead letter, and the consumer then handled events again that it had handled and committed long before.",
        "Go back to the record whose letter was rejected, by its own offset, and not further.",
        fact("handled again", event.place()));
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

  static Feedback noLetter(Place place) {
    return Feedback.of(
        "A malformed record (%s) should be in the dead-letter topic, byte for byte, but it is not there."
            .formatted(place.shown()),
        LETTER,
        fact("malformed record", place));
  }

  static Feedback otherKey(Place place, byte @Nullable [] key) {
    return Feedback.of(
        "The dead letter for a malformed record (%s) should keep its key, but has a different one."
            .formatted(place.shown()),
        BYTES,
        fact("malformed record", place),
        fact("its key", hex(place.draft().key())),
        fact("key of the letter", hex(key)));
  }

  private static String hex(byte @Nullable [] key) {
    if (key == null) {
      return "none";
    }
    return key.length == 0
        ? "empty (0 bytes)"
        : "bytes " + HexFormat.ofDelimiter(" ").formatHex(key);
  }

  static Feedback header(String name, String expected, String got) {
    return Feedback.of(
        "The header '%s' of a dead letter should say where the record came from or why it is malformed."
            .formatted(name),
        LETTER,
        fact("expected", expected),
        fact("got", got.isEmpty() ? "no such header" : got));
  }

  static Feedback letterForAnEvent(ConsumerRecord<?, ?> letter) {
    return Feedback.of(
        "A record in the dead-letter topic is the copy of no malformed record.",
        "Only malformed records go there, each as it was: an event that was handled has no dead letter.",
        fact(
            "dead letter",
            String.format(
                Locale.ROOT, "partition %d, offset %d", letter.partition(), letter.offset())));
  }

  static Feedback sentTwice(Place place) {
    return Feedback.of(
        "A malformed record (%s) should have one dead letter, but has several, sent right after each other."
            .formatted(place.shown()),
        "Send a letter again only if its delivery has failed.",
        fact("malformed record", place));
  }
}
