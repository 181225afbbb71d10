package dev.kafkalab.grader.criteria.producer;

import static dev.kafkalab.grader.feedback.Fact.fact;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.criteria.trace.ProducerTrace;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Misconception;
import dev.kafkalab.grader.rubric.CriterionEnded;
import dev.kafkalab.grader.studentvm.DeliveryReport;
import dev.kafkalab.grader.studentvm.StudentFailure;
import java.util.Locale;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Says what is wrong with what the delivery listener was told. */
final class ReportFeedback {

  private static final String ONE_CALL =
      "Kafka's client calls back once for each record: pass that on, and nothing else.";

  private ReportFeedback() {}

  static Feedback untold(long untold, int sent, ProducerTrace trace) {
    return Feedback.of(
            String.format(
                Locale.ROOT,
                "%d events arrived, and the listener was not told of %d of them.",
                sent,
                untold),
            "KafkaProducer.send takes a callback. Tell the listener from there, also of the last events before close().")
        .at(trace.send());
  }

  static Feedback toldTwice(UserEvent event, int times, ProducerTrace trace) {
    return Feedback.of(
            String.format(
                Locale.ROOT,
                "The listener should hear once of each event, and heard %d times of one.",
                times),
            ONE_CALL,
            fact("event", describe(event)))
        .at(trace.send());
  }

  static Feedback arrivedAllTheSame(UserEvent event, DeliveryReport report, ProducerTrace trace) {
    return Feedback.of(
            "The listener was told that an event failed, and it is in the topic.",
            ONE_CALL,
            fact("event", describe(event)),
            fact("told", "failed: " + report.cause()))
        .at(trace.send());
  }

  static Feedback otherPlace(
      ConsumerRecord<?, ?> record, DeliveryReport report, ProducerTrace trace) {
    return Feedback.of(
            "The listener was told another place than the one where the event is.",
            "The callback's metadata has both the partition and the offset.",
            fact("expected", place(record.partition(), record.offset())),
            fact("told", place(report.partition(), report.offset())))
        .at(trace.send());
  }

  static Feedback failureUntold(boolean tooLarge, ProducerTrace trace) {
    return Feedback.of(
            tooLarge
                ? "An event was too large to be sent. send() said true, and the listener was never told that it failed."
                : "The broker refused an event. send() said true, and the listener was never told that it failed.",
            "",
            fact("expected", "one call of failed() for each event that cannot be delivered"),
            fact("got", "no call"))
        .at(trace.send())
        .because(Misconception.DELIVERY_FAILURE_SWALLOWED);
  }

  static Feedback neverDelivered(UserEvent event, boolean tooLarge, ProducerTrace trace) {
    return Feedback.of(
            (tooLarge ? "An event was too large to be sent" : "The broker refused an event")
                + ", and the listener was told that it was delivered.",
            "",
            fact("event", describe(event)))
        .at(trace.send())
        .because(Misconception.DELIVERY_FAILURE_SWALLOWED);
  }

  static CriterionEnded threw(StudentFailure.Threw failure, int earned) {
    Feedback feedback =
        Feedback.of(
                "An event could not be delivered, and send() threw %s.".formatted(failure.thrown()),
                "send() says false where Kafka's client refuses an event; the caller has no way to mend it.")
            .at(failure.location());
    return CriterionEnded.failed(feedback, earned);
  }

  private static String place(int partition, long offset) {
    return String.format(Locale.ROOT, "partition %d, offset %d", partition, offset);
  }

  private static String describe(UserEvent event) {
    return "%s by %s".formatted(event.eventType(), event.userId());
  }
}
