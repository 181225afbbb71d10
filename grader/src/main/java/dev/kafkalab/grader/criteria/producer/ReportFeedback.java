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

/** Says what is wrong with the calls of the delivery listener. */
final class ReportFeedback {

  private static final String ONE_CALL =
      "Kafka's client calls its callback once per record: call the listener there, and nowhere else.";

  private ReportFeedback() {}

  static Feedback untold(long untold, int sent, ProducerTrace trace) {
    return Feedback.of(
            String.format(
                Locale.ROOT,
                "%d events arrived, but the listener was not called for %d of them.",
                sent,
                untold),
            "KafkaProducer.send takes a callback. Call the listener there, also for the last events before close().")
        .at(trace.send());
  }

  static Feedback toldTwice(UserEvent event, int times, ProducerTrace trace) {
    return Feedback.of(
            String.format(
                Locale.ROOT,
                "The listener should be called exactly once per event, but it was called %d times for one event.",
                times),
            ONE_CALL,
            fact("event", describe(event)))
        .at(trace.send());
  }

  static Feedback arrivedAllTheSame(UserEvent event, DeliveryReport report, ProducerTrace trace) {
    return Feedback.of(
            "The listener was told that an event failed, but the event is in the topic.",
            ONE_CALL,
            fact("event", describe(event)),
            fact("told", "failed: " + report.cause()))
        .at(trace.send());
  }

  static Feedback otherPlace(
      ConsumerRecord<?, ?> record, DeliveryReport report, ProducerTrace trace) {
    return Feedback.of(
            "The listener was told a partition and offset that are not those of the event.",
            "The callback's metadata contains both the partition and the offset.",
            fact("expected", place(record.partition(), record.offset())),
            fact("told", place(report.partition(), report.offset())))
        .at(trace.send());
  }

  static Feedback failureUntold(boolean tooLarge, ProducerTrace trace) {
    return Feedback.of(
            tooLarge
                ? "An event was too large to be sent. send() returned true, but the listener was never told that the event failed."
                : "The broker rejected an event. send() returned true, but the listener was never told that the event failed.",
            "",
            fact("expected", "one call of failed() for each event that cannot be delivered"),
            fact("got", "no call"))
        .at(trace.send())
        .because(Misconception.DELIVERY_FAILURE_SWALLOWED);
  }

  static Feedback neverDelivered(UserEvent event, boolean tooLarge, ProducerTrace trace) {
    return Feedback.of(
            (tooLarge ? "An event was too large to be sent" : "The broker rejected an event")
                + ", but the listener was told that it was delivered.",
            "",
            fact("event", describe(event)))
        .at(trace.send())
        .because(Misconception.DELIVERY_FAILURE_SWALLOWED);
  }

  static Feedback neverAgain(int refused, ProducerTrace trace) {
    return Feedback.of(
            "Some events failed, then the broker took records again, but "
                + (refused > 0
                    ? "send() returned false for the next events."
                    : "the next events were not delivered and reported."),
            "One failed delivery says nothing about the next event: only close() ends a producer.")
        .and(trace.calls())
        .at(trace.send());
  }

  static Feedback otherListener(ProducerTrace trace) {
    return Feedback.of(
            "Two producers of one program sent at the same time, and the listener of one of them was not told about its event.",
            "Keep the event, the listener and KafkaProducer in fields of an object, or in the callback itself: a static field is the same one for all.")
        .and(trace.calls())
        .at(trace.send());
  }

  static Feedback otherTopic(ProducerTrace trace) {
    return Feedback.of(
            "Two producers of one program sent at the same time, each to a topic of its own, and an event of one of them never arrived in its topic.",
            "Keep the settings and KafkaProducer in final fields of the object: a static field is the same one for all.")
        .and(trace.calls())
        .at(trace.send());
  }

  static Feedback twins(int reports, long records, ProducerTrace trace) {
    return Feedback.of(
            "The same event was sent twice: the listener should be told twice, and the topic should have two records.",
            "Events that are equal are still two events: do not look for them in a set or a map.",
            fact("told", reports),
            fact("records", records))
        .and(trace.calls())
        .at(trace.send());
  }

  static CriterionEnded threw(StudentFailure.Threw failure, int earned) {
    Feedback feedback =
        Feedback.of(
                "An event could not be delivered, and send() threw %s.".formatted(failure.thrown()),
                "send() should return false if Kafka's client rejects an event: the caller cannot handle the exception.")
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
