package dev.kafkalab.grader.criteria.producer;

import static dev.kafkalab.grader.feedback.Fact.fact;

import dev.kafkalab.grader.criteria.stage.Patience;
import dev.kafkalab.grader.criteria.trace.Counted;
import dev.kafkalab.grader.criteria.trace.ProducerTrace;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Misconception;
import dev.kafkalab.grader.studentvm.StudentFailure;
import java.util.Locale;

/** Says what is wrong with how the producer is closed. */
final class CloseFeedback {

  private static final String REFUSE =
      "A closed producer says false, at once: remember that it is closed.";

  private CloseFeedback() {}

  static Feedback didNotWait(int queued, ProducerTrace trace) {
    return Feedback.of(
            String.format(
                Locale.ROOT,
                "The broker did not answer for a while, and close() returned with %d events still on their way.",
                queued),
            "",
            fact("expected", "close() returns when each queued event is delivered or has failed"))
        .and(trace.calls())
        .at(trace.close())
        .because(Misconception.NO_FLUSH);
  }

  static Feedback gaveUp(long failed, ProducerTrace trace) {
    return Feedback.of(
            String.format(
                Locale.ROOT,
                "The broker did not answer for %d s, and the producer had given up %s by then.",
                Patience.SILENCE.toSeconds(),
                Counted.events(failed)),
            "")
        .and(RetryFeedback.settings(trace))
        .at(trace.made())
        .because(Misconception.NO_RETRIES);
  }

  static Feedback lost(long lost, int accepted, ProducerTrace trace) {
    return Feedback.of(
            String.format(
                Locale.ROOT,
                "send() said true for %d events before close(), and %d of them never arrived.",
                accepted,
                lost),
            "")
        .and(trace.calls())
        .at(trace.close())
        .because(Misconception.NO_FLUSH);
  }

  static Feedback acceptedAfterClose(ProducerTrace trace) {
    return Feedback.of(
            "send() said true after close(), and nobody is left to deliver the event.", REFUSE)
        .at(trace.send());
  }

  static Feedback afterClose(StudentFailure failure) {
    return Feedback.of("After close(), send() should say false, and " + what(failure) + ".", REFUSE)
        .at(failure.location());
  }

  private static String what(StudentFailure failure) {
    return failure instanceof StudentFailure.Threw threw
        ? "threw " + threw.thrown()
        : "did not return";
  }
}
