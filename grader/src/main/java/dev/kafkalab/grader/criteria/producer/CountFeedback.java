package dev.kafkalab.grader.criteria.producer;

import dev.kafkalab.grader.criteria.trace.ProducerTrace;
import dev.kafkalab.grader.feedback.Feedback;
import java.util.Locale;

/** Says that not as many records arrived as events were sent. */
final class CountFeedback {

  private CountFeedback() {}

  static Feedback lostOfMany(int lost, int sent, ProducerTrace trace) {
    String message =
        sent == 1
            ? "One event was sent and the producer was closed, but the event never arrived."
            : String.format(
                Locale.ROOT,
                "%d small events were sent in a row, but %d of them never arrived.",
                sent,
                lost);
    return Feedback.of(
            message,
            "Does each send() reach KafkaProducer.send, also in the second producer of a program? Count both.")
        .and(trace.calls())
        .at(trace.send());
  }

  static Feedback repeatedOfMany(int records, int sent, ProducerTrace trace) {
    return Feedback.of(
            String.format(
                Locale.ROOT,
                "%d small events were sent in a row, but %d records arrived.",
                sent,
                records),
            "One call of send() should make one record: leave retries to Kafka's producer.")
        .at(trace.send());
  }
}
