package dev.kafkalab.grader.criteria.consumer;

import static dev.kafkalab.grader.feedback.Fact.fact;

import dev.kafkalab.grader.criteria.stage.FailureFeedback;
import dev.kafkalab.grader.criteria.trace.CommitHistory;
import dev.kafkalab.grader.criteria.trace.Counted;
import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Misconception;
import dev.kafkalab.grader.offsets.Offsets;
import java.util.List;
import java.util.Locale;

/** Says how a handler that throws affected the consumer. */
final class HandlerFeedback {

  private HandlerFeedback() {}

  static Feedback killed(PublishedEvent failed, RuntimeException death) {
    Feedback end = FailureFeedback.of(death);
    return new Feedback(
            "The handler threw an exception for the event at %s, and the consumer stopped: %s"
                .formatted(failed.place(), end.message()),
            "",
            end.location(),
            end.facts())
        .because(Misconception.HANDLER_FAILURE_KILLS);
  }

  static Feedback triedForEver(PublishedEvent failed, int mostTries) {
    return Feedback.of(
            String.format(
                Locale.ROOT,
                "The handler was called for the event at %s more than %d times in a row and threw an exception each time; the events after it are still waiting.",
                failed.place(),
                mostTries),
            "")
        .because(Misconception.HANDLER_FAILURE_KILLS);
  }

  static Feedback lost(PublishedEvent failed, List<PublishedEvent> missing) {
    return Feedback.of(
            "The handler threw an exception for the event at %s, and %s after it never reached the handler."
                .formatted(failed.place(), Counted.events(missing.size())),
            "",
            fact("first one lost", missing.get(0).place()))
        .because(Misconception.HANDLER_FAILURE_KILLS);
  }

  /** Says that a partition was not committed any more once the handler had thrown. */
  static Feedback neverCommitted(
      PublishedEvent failed, Offsets ends, Offsets committed, CommitHistory history) {
    long end = ends.of(failed.partition(), 0L);
    long reached = committed.of(failed.partition(), 0L);
    return Feedback.of(
            String.format(
                Locale.ROOT,
                "The handler threw an exception for the event at %s. All events after it were handled, but after stop() the committed offset is %d and not %d: a restart begins there again.",
                failed.place(),
                reached,
                end),
            "Skipping an event also means committing past it: once you have given it up, treat its offset as handled.")
        .at(history.firstCommitCall());
  }
}
