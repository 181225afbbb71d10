package dev.kafkalab.grader.criteria;

import static dev.kafkalab.grader.feedback.Fact.fact;

import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.feedback.Feedback;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what records that are no events did to the consumer. */
final class MalformedFeedback {

  private MalformedFeedback() {}

  static Feedback deadly(List<Poison> deadly, int kinds, Optional<Feedback> harm) {
    String names = deadly.stream().map(Poison::kind).collect(Collectors.joining(", "));
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("kinds survived", "%d of %d".formatted(kinds - deadly.size(), kinds)));
    facts.add(fact("not survived", deadly.isEmpty() ? "all of them, one after the other" : names));
    harm.ifPresent(feedback -> facts.add(fact("what happened", feedback.message())));
    harm.ifPresent(feedback -> facts.addAll(feedback.facts()));
    String first = deadly.isEmpty() ? "many of them were" : deadly.get(0).kind() + " was";
    return new Feedback(
            "A record that is no event should be passed over, and %s not: %s"
                .formatted(
                    first, harm.map(Feedback::message).orElse("an event was handled twice.")),
            "Catch what your parser throws for one record around that record only, note it, and go on with the next. "
                + "A value can also be missing, or be JSON of another shape.",
            null,
            facts)
        .at(harm.map(Feedback::location).orElse(null));
  }

  static Feedback goodEventLost(PublishedEvent event) {
    return Feedback.of(
        "the good event at %s never reached the handler.".formatted(event.place()),
        "Leave the batch's other records alone.",
        fact("lost", event.place()));
  }

  static Feedback neverCommitted(long offset) {
    return Feedback.of(
        "Every good event was handled, but the offset of the bad record at %d is never committed past."
            .formatted(offset),
        "A bad record that was passed over is done with: commit past it, or each restart meets it again.",
        fact("bad record at offset", offset));
  }
}
