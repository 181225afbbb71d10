package dev.kafkalab.grader.criteria.poison;

import static dev.kafkalab.grader.criteria.trace.Scene.assertBelief;
import static dev.kafkalab.grader.criteria.trace.Scene.assertReads;
import static dev.kafkalab.grader.criteria.trace.Scene.published;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.criteria.poison.Poison.Piece;
import dev.kafkalab.grader.evidence.Draft;
import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.feedback.Misconception;
import dev.kafkalab.grader.studentvm.HandlerCalls;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MalformedFeedbackTest {

  private static final String HINT =
      "Catch parsing exceptions for each record separately, log them, and continue with the next record. A value can also be missing, or be JSON of a different shape.";
  private static final Location LINE = new Location("Consumer.java", 40);
  private static final Feedback DEATH =
      Feedback.of("run() threw a fit.", "Calm it.", Fact.fact("exit code", 1)).at(LINE);
  private static final Poison EMPTY = MalformedKinds.EMPTY;
  private static final String UNUSUAL =
      "Only user_id, event_type and timestamp say whether a record is an event. Its key may be anything, and all other fields of the JSON object belong to the data, whatever they contain.";
  private static final UserEvent LOGIN = new UserEvent("u", "login", Instant.EPOCH, Map.of());
  private static final Poison WITH_NULL =
      new Poison("a valid event with null in its data", List.of(Piece.of(LOGIN)));
  private static final Poison ARRAY = MalformedKinds.ARRAY;

  @Test
  void namesTheKindsThatWereNotSurvived() {
    Feedback feedback = MalformedFeedback.died(new Survival(List.of(EMPTY, ARRAY), 13), DEATH);

    assertReads(
        feedback,
        "A malformed record (an empty value) should be skipped, but it was not: run() threw a fit.",
        HINT,
        "kinds survived",
        "11 of 13",
        "not survived",
        "an empty value, a JSON array",
        "exit code",
        "1");
    assertBelief(feedback, Misconception.POISON_KILLS, LINE);
  }

  @Test
  void saysThatTheirNumberKilledWhereNoKindDid() {
    assertReads(
        MalformedFeedback.died(new Survival(List.of(), 13), DEATH),
        "A malformed record (one of many) should be skipped, but it was not: run() threw a fit.",
        HINT,
        "kinds survived",
        "13 of 13",
        "not survived",
        "all of them, one after the other",
        "exit code",
        "1");
  }

  @Test
  void doesNotListEveryKind() {
    assertReads(
        MalformedFeedback.died(new Survival(Collections.nCopies(13, EMPTY), 13), DEATH),
        "A malformed record (an empty value) should be skipped, but it was not: run() threw a fit.",
        HINT,
        "kinds survived",
        "0 of 13",
        "exit code",
        "1");
  }

  @Test
  void saysThatNothingCameAfterTheFirstRecord() {
    Feedback feedback = MalformedFeedback.stuckAtTheFirst(new Survival(List.of(ARRAY), 13));

    assertReads(
        feedback,
        "The first record of each partition was malformed, and no valid event after it ever reached the handler.",
        HINT,
        "kinds survived",
        "12 of 13",
        "not survived",
        "a JSON array");
    assertBelief(feedback, Misconception.POISON_LOOPS, null);
  }

  @Test
  void saysWhichGoodEventsWereLost() {
    assertReads(
        MalformedFeedback.lost(
            new Survival(List.of(ARRAY), 13), List.of(published(1, 4), published(1, 5)), 27),
        "Among malformed records, 2 of 27 valid events never reached the handler.",
        "",
        "kinds survived",
        "12 of 13",
        "not survived",
        "a JSON array",
        "first one lost",
        "partition 1, offset 4");
  }

  @Test
  void saysWhichGoodEventWasHandledTwice() {
    assertReads(
        MalformedFeedback.twice(new Survival(List.of(ARRAY), 13), published(1, 4)),
        "Among malformed records, the valid event at partition 1, offset 4 was handled twice.",
        "A malformed record is no reason to read the records before it again.",
        "kinds survived",
        "12 of 13",
        "not survived",
        "a JSON array");
  }

  @Test
  void saysWhichBadRecordIsNeverCommittedPast() {
    Feedback feedback = MalformedFeedback.neverCommitted(place("{bad}"));

    assertReads(
        feedback,
        "Every valid event was handled, but no commit ever passed the malformed record at partition 1, offset 6 ('{bad}').",
        "");
    assertBelief(feedback, Misconception.POISON_NEVER_COMMITTED, null);
  }

  @Test
  void showsAnEventThatWasMadeUp() {
    UserEvent event = new UserEvent("", "login", Instant.EPOCH, Map.of());

    assertReads(
        MalformedFeedback.invented(
            new Survival(List.of(EMPTY), 14), HandlerCalls.callOf("onLogin", event)),
        "A malformed record (an empty value) should be skipped, but was passed to the handler as an event.",
        "Before you create an event, check that user_id, event_type and timestamp are present and have the right type: a default value in place of a missing one makes up an event that never happened.",
        "kinds survived",
        "13 of 14",
        "not survived",
        "an empty value",
        "first call",
        "onLogin('login' by '' at 1970-01-01T00:00:00Z)");
  }

  @Test
  void saysThatAValidEventWasTooMuch() {
    Feedback feedback = MalformedFeedback.died(new Survival(List.of(WITH_NULL), 25), DEATH);

    assertReads(
        feedback,
        "A valid event with null in its data should be handled, but it was not: run() threw a fit.",
        UNUSUAL,
        "kinds survived",
        "24 of 25",
        "not survived",
        "a valid event with null in its data",
        "exit code",
        "1");
    assertBelief(feedback, null, LINE);
  }

  @Test
  void saysWhichValidEventWasRefused() {
    assertReads(
        MalformedFeedback.refused(new Survival(List.of(WITH_NULL), 25), WITH_NULL, published(1, 4)),
        "A valid event with null in its data should be handled, but it never reached the handler.",
        UNUSUAL,
        "kinds survived",
        "24 of 25",
        "not survived",
        "a valid event with null in its data",
        "valid event",
        "partition 1, offset 4");
  }

  @Test
  void saysWhatBecameOfAValidEvent() {
    assertReads(
        MalformedFeedback.changed(
            new Survival(List.of(WITH_NULL), 25),
            new Changed(WITH_NULL, published(1, 4), List.of("field \"a\nb\" is missing"))),
        "A valid event with null in its data should reach the handler unchanged, but field \"a\\nb\" is missing.",
        UNUSUAL,
        "kinds survived",
        "24 of 25",
        "not survived",
        "a valid event with null in its data",
        "valid event",
        "partition 1, offset 4");
  }

  @Test
  void saysWhichBadRecordWasNotNamed() {
    assertReads(
        MalformedFeedback.unnamed(List.of(place("{bad}"), place(null)), 3),
        "Each malformed record should be named on stderr, with its partition and offset, but 2 of 3 were not.",
        "For each malformed record, print record.partition() and record.offset() to System.err: whoever looks for the sender must be able to find the record.",
        "not named",
        "partition 1, offset 6");
  }

  private static Place place(@Nullable String value) {
    return new Place(
        new TopicPartition("events", 1),
        6,
        Draft.keyed("k", value == null ? null : value.getBytes(UTF_8)));
  }
}
