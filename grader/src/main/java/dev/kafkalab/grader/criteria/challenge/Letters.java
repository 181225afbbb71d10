package dev.kafkalab.grader.criteria.challenge;

import static dev.kafkalab.grader.criteria.stage.Conditions.expect;

import dev.kafkalab.api.RecordHeaders;
import dev.kafkalab.grader.criteria.poison.Place;
import dev.kafkalab.grader.feedback.Location;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * The dead letters that a consumer has sent.
 *
 * @param sentByHand whether each was given to the producer: a client's own retry is nobody's fault
 * @param sends the line that sends them, where known
 */
record Letters(
    List<ConsumerRecord<byte[], byte[]>> found, boolean sentByHand, @Nullable Location sends) {

  /** A letter that is sent again because its answer takes too long comes later than this. */
  private static final long AT_ONCE_MILLIS = 10;

  /** Expects a letter for each of these records, and for no other one. */
  void expectExactly(List<Place> malformed) {
    malformed.forEach(place -> expectLetter(place, malformed));
    for (ConsumerRecord<byte[], byte[]> letter : found) {
      expect(
          malformed.stream().anyMatch(place -> isCopy(letter, place)),
          () -> DeadLetterFeedback.letterForAnEvent(letter).at(sends));
    }
    malformed.forEach(
        place ->
            expect(
                !sentByHand || !isSentTwice(place),
                () -> DeadLetterFeedback.sentTwice(place).at(sends)));
  }

  private void expectLetter(Place place, List<Place> malformed) {
    Optional<ConsumerRecord<byte[], byte[]>> letter =
        copies(place).stream()
            .filter(copy -> isFrom(copy, place))
            .findFirst()
            .or(() -> firstOfNone(copies(place), malformed));
    expect(letter.isPresent(), () -> DeadLetterFeedback.noLetter(place).at(sends));
    ConsumerRecord<byte[], byte[]> record = letter.orElseThrow();
    expectHeader(record, RecordHeaders.DEAD_LETTER_TOPIC, place.partition().topic());
    expectHeader(
        record, RecordHeaders.DEAD_LETTER_PARTITION, String.valueOf(place.partition().partition()));
    expectHeader(record, RecordHeaders.DEAD_LETTER_OFFSET, String.valueOf(place.offset()));
    expect(
        Arrays.equals(record.key(), place.draft().key()),
        () -> DeadLetterFeedback.otherKey(place, record.key()).at(sends));
    String reason = RecordHeaders.DEAD_LETTER_REASON;
    expect(
        !text(record, reason).isBlank(),
        () -> DeadLetterFeedback.header(reason, "a reason", "").at(sends));
  }

  private List<ConsumerRecord<byte[], byte[]>> copies(Place place) {
    return found.stream().filter(letter -> isCopy(letter, place)).toList();
  }

  private static boolean isCopy(ConsumerRecord<byte[], byte[]> letter, Place place) {
    return Arrays.equals(letter.value(), place.draft().value());
  }

  private static boolean isFrom(ConsumerRecord<byte[], byte[]> letter, Place place) {
    return text(letter, RecordHeaders.DEAD_LETTER_PARTITION)
            .equals(String.valueOf(place.partition().partition()))
        && text(letter, RecordHeaders.DEAD_LETTER_OFFSET).equals(String.valueOf(place.offset()));
  }

  /** Returns a copy whose headers name no record at all that has this value. */
  private static Optional<ConsumerRecord<byte[], byte[]>> firstOfNone(
      List<ConsumerRecord<byte[], byte[]>> copies, List<Place> malformed) {
    return copies.stream()
        .filter(
            copy ->
                malformed.stream().noneMatch(place -> isCopy(copy, place) && isFrom(copy, place)))
        .findFirst();
  }

  private boolean isSentTwice(Place place) {
    List<Long> times =
        copies(place).stream()
            .filter(copy -> isFrom(copy, place))
            .map(ConsumerRecord::timestamp)
            .sorted()
            .toList();
    for (int i = 1; i < times.size(); i++) {
      if (times.get(i) - times.get(i - 1) <= AT_ONCE_MILLIS) {
        return true;
      }
    }
    return false;
  }

  private void expectHeader(ConsumerRecord<?, ?> record, String name, String expected) {
    String got = text(record, name);
    expect(got.equals(expected), () -> DeadLetterFeedback.header(name, expected, got).at(sends));
  }

  private static String text(ConsumerRecord<?, ?> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? ""
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
