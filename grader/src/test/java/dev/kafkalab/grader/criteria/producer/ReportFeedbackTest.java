package dev.kafkalab.grader.criteria.producer;

import static dev.kafkalab.grader.criteria.trace.Scene.LOGOUT;
import static dev.kafkalab.grader.criteria.trace.Scene.LOGOUT_JSON;
import static dev.kafkalab.grader.criteria.trace.Scene.assertReads;
import static dev.kafkalab.grader.criteria.trace.Scene.record;
import static dev.kafkalab.grader.studentvm.StudentFailures.threw;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.criteria.trace.ProducerTrace;
import dev.kafkalab.grader.criteria.trace.Traces;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Misconception;
import dev.kafkalab.grader.rubric.Outcome.Failed;
import dev.kafkalab.grader.studentvm.DeliveryReport;
import org.junit.jupiter.api.Test;

class ReportFeedbackTest {

  private static final String ONE_CALL =
      "Kafka's client calls its callback once per record: call the listener there, and nowhere else.";

  private final ProducerTrace trace = Traces.trace(Traces.send(null, true));

  @Test
  void saysHowManyEventsTheListenerWasNotToldOf() {
    Feedback feedback = ReportFeedback.untold(4, 15, trace);

    assertReads(
        feedback,
        "15 events arrived, but the listener was not called for 4 of them.",
        "KafkaProducer.send takes a callback. Call the listener there, also for the last events before close().");
    assertThat(feedback.location()).isEqualTo(Traces.SEND);
  }

  @Test
  void saysHowOftenItWasToldOfOne() {
    assertReads(
        ReportFeedback.toldTwice(LOGOUT, 2, trace),
        "The listener should be called exactly once per event, but it was called 2 times for one event.",
        ONE_CALL,
        "event",
        "logout by user_7");
  }

  @Test
  void saysThatAFailedEventArrived() {
    assertReads(
        ReportFeedback.arrivedAllTheSame(
            LOGOUT, new DeliveryReport("producer", LOGOUT, -1, -1, "late"), trace),
        "The listener was told that an event failed, but the event is in the topic.",
        ONE_CALL,
        "event",
        "logout by user_7",
        "told",
        "failed: late");
  }

  @Test
  void saysWhereTheEventReallyIs() {
    assertReads(
        ReportFeedback.otherPlace(
            record("user_7", LOGOUT_JSON),
            new DeliveryReport("producer", LOGOUT, 0, 17, null),
            trace),
        "The listener was told a partition and offset that are not those of the event.",
        "The callback's metadata contains both the partition and the offset.",
        "expected",
        "partition 2, offset 17",
        "told",
        "partition 0, offset 17");
  }

  @Test
  void saysThatAFailureWasSwallowed() {
    Feedback feedback = ReportFeedback.failureUntold(false, trace);

    assertReads(
        feedback,
        "The broker rejected an event. send() returned true, but the listener was never told that the event failed.",
        "",
        "expected",
        "one call of failed() for each event that cannot be delivered",
        "got",
        "no call");
    assertThat(feedback.location()).isEqualTo(Traces.SEND);
    assertThat(feedback.misconception()).isEqualTo(Misconception.DELIVERY_FAILURE_SWALLOWED);
    assertThat(ReportFeedback.failureUntold(true, trace).message())
        .isEqualTo(
            "An event was too large to be sent. send() returned true, but the listener was never told that the event failed.");
  }

  @Test
  void saysThatAFailureWasReportedAsADelivery() {
    Feedback feedback = ReportFeedback.neverDelivered(LOGOUT, false, trace);

    assertReads(
        feedback,
        "The broker rejected an event, but the listener was told that it was delivered.",
        "",
        "event",
        "logout by user_7");
    assertThat(feedback.misconception()).isEqualTo(Misconception.DELIVERY_FAILURE_SWALLOWED);
    assertThat(ReportFeedback.neverDelivered(LOGOUT, true, trace).message())
        .isEqualTo(
            "An event was too large to be sent, but the listener was told that it was delivered.");
  }

  @Test
  void saysThatAListenerWasNotToldOfItsOwnEvent() {
    Feedback feedback = ReportFeedback.otherListener(trace);

    assertThat(feedback.message())
        .isEqualTo(
            "Two producers of one program sent at the same time, and the listener of one of them was not told about its event.");
    assertThat(feedback.hint())
        .isEqualTo(
            "Keep the event, the listener and KafkaProducer in fields of an object, or in the callback itself: a static field is the same one for all.");
    assertThat(feedback.location()).isEqualTo(Traces.SEND);
  }

  @Test
  void saysThatAnEventWentToTheTopicOfAnotherProducer() {
    Feedback feedback = ReportFeedback.otherTopic(trace);

    assertThat(feedback.message())
        .isEqualTo(
            "Two producers of one program sent at the same time, each to a topic of its own, and an event of one of them never arrived in its topic.");
    assertThat(feedback.hint())
        .isEqualTo(
            "Keep the settings and KafkaProducer in final fields of the object: a static field is the same one for all.");
    assertThat(feedback.location()).isEqualTo(Traces.SEND);
  }

  @Test
  void saysWhatBecameOfTwoEqualEvents() {
    Feedback feedback = ReportFeedback.twins(1, 2, trace);

    assertThat(feedback.message())
        .isEqualTo(
            "The same event was sent twice: the listener should be told twice, and the topic should have two records.");
    assertThat(feedback.hint())
        .isEqualTo(
            "Events that are equal are still two events: do not look for them in a set or a map.");
    assertThat(feedback.location()).isEqualTo(Traces.SEND);
  }

  @Test
  void saysWhatSendThrew() {
    Failed failed =
        (Failed)
            ReportFeedback.threw(threw("send()", "RecordTooLargeException: 2 MiB", Traces.SEND), 2)
                .outcome();

    assertReads(
        failed.feedback(),
        "An event could not be delivered, and send() threw RecordTooLargeException: 2 MiB.",
        "send() should return false if Kafka's client rejects an event: the caller cannot handle the exception.");
    assertThat(failed.feedback().location()).isEqualTo(Traces.SEND);
    assertThat(failed.earned()).isEqualTo(2);
  }
}
