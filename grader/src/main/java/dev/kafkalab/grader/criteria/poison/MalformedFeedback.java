package dev.kafkalab.grader.criteria.poison;

import static dev.kafkalab.grader.feedback.Fact.fact;

import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Misconception;
import dev.kafkalab.grader.studentvm.HandlerCall;
import java.util.List;
import java.util.Locale;

/** Says what records that are no events did to the consumer. */
final class MalformedFeedback {

  private static final String HINT =
      "Catch what your parser throws for one record around that record only, note it, and go on with the next. "
          + "A value can also be missing, or be JSON of another shape.";

  private MalformedFeedback() {}

  static Feedback died(Survival survival, Feedback death) {
    return new Feedback(
            "A record that is no event should be passed over, and %s was not: %s"
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
            "Among records that are no events, %d of %s never reached the handler.",
            missing.size(),
            good == 1 ? "1 good event" : good + " good events"),
        "",
        null,
        survival.with(List.of(fact("first one lost", missing.get(0).place()))));
  }

  /** Advises where no belief is known that does. */
  static Feedback stoodStill(Feedback lost) {
    return new Feedback(lost.message(), HINT, lost.location(), lost.facts(), null, lost.timeline());
  }

  static Feedback twice(Survival survival, PublishedEvent event) {
    return new Feedback(
        "Among records that are no events, the good event at %s was handled twice."
            .formatted(event.place()),
        "A record that cannot be read is no reason to read those before it again.",
        null,
        survival.with(List.of()));
  }

  static Feedback invented(Survival survival, HandlerCall call) {
    String given =
        call.event() == null
            ? "null"
            : "%s of '%s' at %s"
                .formatted(
                    call.event().eventType(), call.event().userId(), call.event().timestamp());
    return new Feedback(
        "A record that is no event should be passed over, and %s was given to %s as an event."
            .formatted(survival.first(), call.method()),
        "Before you make an event, see that user_id, event_type and timestamp are there and of their type: "
            + "a default in place of a missing one makes up an event that never happened.",
        null,
        survival.with(List.of(fact("given to the handler", given))));
  }

  static Feedback neverCommitted(long offset) {
    return Feedback.of(
            String.format(
                Locale.ROOT,
                "Every good event was handled, but no commit ever passes the bad record at offset %d.",
                offset),
            "")
        .because(Misconception.POISON_NEVER_COMMITTED);
  }
}
