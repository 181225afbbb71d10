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

  private static final String UNUSUAL =
      "Only user_id, event_type and timestamp say whether a record is an event. "
          + "Its key may be anything, and all other fields of the JSON object belong to the data, whatever they contain.";

  private MalformedFeedback() {}

  static Feedback died(Survival survival, Feedback death) {
    if (survival.isOfValid()) {
      return new Feedback(
          "%s should be handled, but it was not: %s"
              .formatted(capital(survival.first()), death.message()),
          UNUSUAL,
          death.location(),
          survival.with(death.facts()));
    }
    return new Feedback(
            "A malformed record (%s) should be skipped, but it was not: %s"
                .formatted(survival.first(), death.message()),
            HINT,
            death.location(),
            survival.with(death.facts()))
        .because(Misconception.POISON_KILLS);
  }

  static Feedback refused(Survival survival, Poison kind, PublishedEvent event) {
    return new Feedback(
        "%s should be handled, but it never reached the handler.".formatted(capital(kind.kind())),
        UNUSUAL,
        null,
        survival.with(List.of(fact("valid event", event.place()))));
  }

  static Feedback changed(Survival survival, Changed changed) {
    return new Feedback(
        "%s should reach the handler unchanged, but %s."
            .formatted(capital(changed.kind().kind()), changed.differences().get(0)),
        UNUSUAL,
        null,
        survival.with(List.of(fact("valid event", changed.event().place()))));
  }

  private static String capital(String kind) {
    return kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
  }

  static Feedback stuckAtTheFirst(Survival survival) {
    return new Feedback(
            "The first record of each partition was malformed, and no valid event after it ever reached the handler.",
            HINT,
            null,
            survival.with(List.of()))
        .because(Misconception.POISON_LOOPS);
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
            ? "%s(null)".formatted(call.method())
            : "%s('%s' by '%s' at %s)"
                .formatted(
                    call.method(),
                    call.event().eventType(),
                    call.event().userId(),
                    call.event().timestamp());
    return new Feedback(
        "A malformed record (%s) should be skipped, but was passed to the handler as an event."
            .formatted(survival.first()),
        "Before you create an event, check that user_id, event_type and timestamp are present and have the right type: "
            + "a default value in place of a missing one makes up an event that never happened.",
        null,
        survival.with(List.of(fact("first call", given))));
  }

  static Feedback neverCommitted(Place place) {
    return Feedback.of(
            "Every valid event was handled, but no commit ever passed the malformed record at %s (%s)."
                .formatted(place, place.shown()),
            "")
        .because(Misconception.POISON_NEVER_COMMITTED);
  }

  static Feedback unnamed(List<Place> unnamed, int malformed) {
    return Feedback.of(
        String.format(
            Locale.ROOT,
            "Each malformed record should be named on stderr, with its partition and offset, but %d of %d were not.",
            unnamed.size(),
            malformed),
        "For each malformed record, print record.partition() and record.offset() to System.err: whoever looks for the sender must be able to find the record.",
        fact("not named", unnamed.get(0)));
  }
}
