package dev.kafkalab.grader.criteria.consumer;

import static dev.kafkalab.grader.feedback.Fact.fact;

import dev.kafkalab.grader.criteria.trace.Counted;
import dev.kafkalab.grader.criteria.trace.Lines;
import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Misconception;
import dev.kafkalab.grader.offsets.Offsets;
import java.util.List;

/** Says what a consumer did wrong after it was killed and restarted. */
final class CrashFeedback {

  private CrashFeedback() {}

  static Feedback lost(List<PublishedEvent> missing, Offsets committed) {
    PublishedEvent first = missing.get(0);
    return Feedback.of(
        "The consumer was killed in the middle of a batch and restarted, but %s never handled."
            .formatted(Counted.eventsWere(missing.size())),
        "After a crash, continue at the committed offset, so that events that were not handled are read again.",
        fact("first one lost", first.place()),
        fact("committed when it was killed", committed.of(first.partition(), 0L)));
  }

  static Feedback rewound(PublishedEvent event, Offsets committed, Lines lines) {
    return Feedback.of(
            "The consumer was killed and restarted, and then handled the event at %s again, although its offset had been committed."
                .formatted(event.place()),
            "",
            fact("committed when it was killed", committed.of(event.partition(), 0L)))
        .at(lines.seek())
        .because(Misconception.REWIND_AT_START);
  }
}
