package dev.kafkalab.grader.criteria.producer;

import static dev.kafkalab.grader.feedback.Fact.fact;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.criteria.trace.ProducerTrace;
import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Misconception;
import java.util.List;
import java.util.Locale;

/** Says what happened to events whose requests or responses were lost. */
final class RetryFeedback {

  private RetryFeedback() {}

  static Feedback lost(int losses, long missing, ProducerTrace trace) {
    return Feedback.of(
            String.format(
                Locale.ROOT,
                "The connection broke while events were being sent, and %d of them never arrived.",
                missing),
            "",
            fact("requests or responses lost", losses))
        .and(settings(trace))
        .at(trace.made())
        .because(Misconception.NO_RETRIES);
  }

  static Feedback neverAskedAgain(ProducerTrace trace) {
    return Feedback.of(
            "The broker's response to a Produce request was lost, and the producer never sent the request again: "
                + "it cannot know whether the events were stored.",
            "")
        .and(settings(trace))
        .at(trace.made())
        .because(Misconception.NO_RETRIES);
  }

  /**
   * Says that events are in the topic twice: Kafka's client or the student's code sent them again.
   */
  static Feedback duplicates(List<UserEvent> twice, int sent, ProducerTrace trace) {
    boolean byItself = trace.isIdempotent();
    Feedback feedback =
        Feedback.of(
                "The response to a request was lost, and events that were already stored were sent again: "
                    + String.format(
                        Locale.ROOT, "%d of %d are in the topic twice.", twice.size(), sent),
                byItself
                    ? "Idempotence is on, so retries by Kafka's client do no harm: does your own code send an event again?"
                    : "",
                fact("first one", twice.get(0).eventType() + " by " + twice.get(0).userId()))
            .and(trace.settings("enable.idempotence", "acks"))
            .at(byItself ? trace.send() : trace.made());
    return byItself ? feedback : feedback.because(Misconception.NOT_IDEMPOTENT);
  }

  static List<Fact> settings(ProducerTrace trace) {
    return trace.settings("retries", "delivery.timeout.ms");
  }
}
