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
      "After close(), send() should return false at once: remember that the producer is closed.";

  private CloseFeedback() {}

  static Feedback didNotWait(int queued, ProducerTrace trace) {
    return Feedback.of(
            String.format(
                Locale.ROOT,
                "The broker did not respond for a while, and close() returned before %s had been delivered.",
                Counted.events(queued)),
            "",
            fact(
                "expected",
                "close() returns when each queued event has been delivered or has failed"))
        .and(trace.calls())
        .at(trace.close())
        .because(Misconception.NO_FLUSH);
  }

  static Feedback gaveUp(long failed, ProducerTrace trace) {
    return Feedback.of(
            String.format(
                Locale.ROOT,
                "The broker did not respond for %d s, and by then the producer had given up on %s.",
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
                "send() returned true for %d events before close(), but %d of them never arrived.",
                accepted,
                lost),
            "")
        .and(trace.calls())
        .at(trace.close())
        .because(Misconception.NO_FLUSH);
  }

  static Feedback acceptedAfterClose(ProducerTrace trace) {
    return Feedback.of(
            "send() returned true after close(), but a closed producer cannot deliver the event.",
            REFUSE)
        .at(trace.send());
  }

  static Feedback afterClose(StudentFailure failure) {
    return Feedback.of(
            "After close(), send() should return false, but it " + what(failure) + ".", REFUSE)
        .at(failure.location());
  }

  static Feedback harmfulClose(String when, StudentFailure failure) {
    return Feedback.of(
            "close() was called %s: it should return and do nothing, but it %s."
                .formatted(when, what(failure)),
            "Both try-with-resources and a shutdown hook may close a producer: remember that it is closed.")
        .at(failure.location());
  }

  static Feedback closedTheOther(ProducerTrace trace) {
    return Feedback.of(
            "One producer was closed, and the event of another one, which was still open, never arrived.",
            "Keep KafkaProducer and the sign that it is closed in fields of the object: nothing that belongs to one"
                + " producer may be static.")
        .at(trace.close());
  }

  private static String what(StudentFailure failure) {
    return failure instanceof StudentFailure.Threw threw
        ? "threw " + threw.thrown()
        : "did not return";
  }
}
