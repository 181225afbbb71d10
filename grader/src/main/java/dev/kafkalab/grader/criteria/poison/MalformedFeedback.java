package dev.kafkalab.grader.criteria.poison;

import static dev.kafkalab.grader.feedback.Fact.fact;

import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Misconception;
import dev.kafkalab.grader.studentvm.HandlerCall;
import java.util.List;
import java.util.Locale;

/** Says how malformed records affected the consumer. */
final class MalformedFeedback {

  private static final String HINT =
      "Catch parsing exceptions for each record separately, log them, and continue with the next record. "
          + "A value can also be missing, or be JSON of a different shape.";

  private MalformedFeedback() {}

  static Feedback died(Survival survival, Feedback death) {
    return new Feedback(
            "A malformed record (%s) should be skipped, but it was not: %s"
                .formatted(survival.first(), death.message()),
            HINT,
            death.location(),
            survival.with(death.facts()))
        .because(Misconception.POISON_KILLS);
  }

  static Feedback lost(Survival survival, List<PublishedEvent> missing, int good) {
    return new Feedback(
        String.format(
            Locale.ROOT,
            "Among malformed records, %d of %s never reached the handler.",
            missing.size(),
            good == 1 ? "1 valid event" : good + " valid events"),
        "",
        null,
        survival.with(List.of(fact("first one lost", missing.get(0).place()))));
  }

  /** Adds the general hint if no misconception is known. */
  static Feedback stoodStill(Feedback lost) {
    return new Feedback(lost.message(), HINT, lost.location(), lost.facts(), null, lost.timeline());
  }

  static Feedback twice(Survival survival, PublishedEvent event) {
    return new Feedback(
        "Among malformed records, the valid event at %s was handled twice."
            .formatted(event.place()),
        "A malformed record is no reason to read the records before it again.",
        null,
        survival.with(List.of()));
  }

  static Feedback invented(Survival survival, HandlerCall call) {
    String given =
        call.event() == null
            ? "null"
            : "'%s' by '%s' at %s"
                .formatted(
                    call.event().eventType(), call.event().userId(), call.event().timestamp());
    return new Feedback(
        "A malformed record (%s) should be skipped, but it was passed to %s() as an event."
            .formatted(survival.first(), call.method()),
        "Before you create an event, check that user_id, event_type and timestamp are present and have the right type: "
            + "a default value in place of a missing one makes up an event that never happened.",
        null,
        survival.with(List.of(fact("passed to the handler", given))));
  }

  static Feedback neverCommitted(long offset) {
    return Feedback.of(
            String.format(
                Locale.ROOT,
                "Every valid event was handled, but no commit ever passed the malformed record at offset %d.",
                offset),
            "")
        .because(Misconception.POISON_NEVER_COMMITTED);
  }
}
