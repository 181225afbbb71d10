package dev.kafkalab.grader.criteria;

import static dev.kafkalab.grader.criteria.Scene.assertReads;
import static dev.kafkalab.grader.criteria.Scene.published;

import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.feedback.Feedback;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MalformedFeedbackTest {

  private static final Feedback HARM =
      Feedback.of("run() threw a fit.", "Calm it.", Fact.fact("exit code", 1));

  @Test
  void namesTheKindsThatWereNotSurvived() {
    assertReads(
        MalformedFeedback.deadly(
            List.of(new Poison("an empty value", null), new Poison("a JSON array", null)),
            13,
            Optional.of(HARM)),
        "A record that is no event should be passed over, and an empty value was not: run() threw a fit.",
        "Catch what your parser throws for one record around that record only, note it, and go on with the next. A value can also be missing, or be JSON of another shape.",
        "kinds survived",
        "11 of 13",
        "not survived",
        "an empty value, a JSON array",
        "what happened",
        "run() threw a fit.",
        "exit code",
        "1");
  }

  @Test
  void saysThatTheirNumberKilledWhereNoKindDid() {
    assertReads(
        MalformedFeedback.deadly(List.of(), 13, Optional.of(HARM)),
        "A record that is no event should be passed over, and many of them were not: run() threw a fit.",
        "Catch what your parser throws for one record around that record only, note it, and go on with the next. A value can also be missing, or be JSON of another shape.",
        "kinds survived",
        "13 of 13",
        "not survived",
        "all of them, one after the other",
        "what happened",
        "run() threw a fit.",
        "exit code",
        "1");
  }

  @Test
  void saysThatAnEventWasHandledTwiceWhereNothingElseHappened() {
    assertReads(
        MalformedFeedback.deadly(List.of(new Poison("a JSON array", null)), 13, Optional.empty()),
        "A record that is no event should be passed over, and a JSON array was not: an event was handled twice.",
        "Catch what your parser throws for one record around that record only, note it, and go on with the next. A value can also be missing, or be JSON of another shape.",
        "kinds survived",
        "12 of 13",
        "not survived",
        "a JSON array");
  }

  @Test
  void saysWhichGoodEventWasLost() {
    assertReads(
        MalformedFeedback.goodEventLost(published(1, 4)),
        "the good event at partition 1, offset 4 never reached the handler.",
        "Leave the batch's other records alone.",
        "lost",
        "partition 1, offset 4");
  }

  @Test
  void saysWhichBadRecordIsNeverCommittedPast() {
    assertReads(
        MalformedFeedback.neverCommitted(6),
        "Every good event was handled, but the offset of the bad record at 6 is never committed past.",
        "A bad record that was passed over is done with: commit past it, or each restart meets it again.",
        "bad record at offset",
        "6");
  }
}
