package dev.kafkalab.grader.criteria.producer;

import static dev.kafkalab.grader.criteria.trace.Scene.assertReads;
import static dev.kafkalab.grader.studentvm.StudentFailures.didNotReturn;
import static dev.kafkalab.grader.studentvm.StudentFailures.threw;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.criteria.trace.Traces;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Misconception;
import org.junit.jupiter.api.Test;

class CloseFeedbackTest {

  private static final String REFUSE =
      "A closed producer says false, at once: remember that it is closed.";

  @Test
  void saysThatCloseDidNotWait() {
    Feedback feedback =
        CloseFeedback.didNotWait(20, Traces.trace(Traces.send(null, true), Traces.close()));

    assertReads(
        feedback,
        "The broker did not answer for a while, and close() returned with 20 events still on their way.",
        "",
        "expected",
        "close() returns when each queued event is delivered or has failed",
        "calls of KafkaProducer",
        "1 x send, no flush, 1 x close");
    assertThat(feedback.location()).isEqualTo(Traces.CLOSE);
    assertThat(feedback.misconception()).isEqualTo(Misconception.NO_FLUSH);
  }

  @Test
  void saysThatNeitherFlushNorCloseWasCalled() {
    Feedback feedback = CloseFeedback.lost(3, 24, Traces.trace(Traces.send(null, true)));

    assertReads(
        feedback,
        "send() said true for 24 events before close(), and 3 of them never arrived.",
        "",
        "calls of KafkaProducer",
        "1 x send, no flush, no close");
    assertThat(feedback.location()).isNull();
    assertThat(feedback.misconception()).isEqualTo(Misconception.NO_FLUSH);
  }

  @Test
  void saysThatAClosedProducerTookAnEvent() {
    Feedback feedback = CloseFeedback.acceptedAfterClose(Traces.trace(Traces.send(null, true)));

    assertReads(
        feedback,
        "send() said true after close(), and nobody is left to deliver the event.",
        REFUSE);
    assertThat(feedback.location()).isEqualTo(Traces.SEND);
  }

  @Test
  void saysWhatSendDidInsteadOfSayingFalse() {
    assertReads(
        CloseFeedback.afterClose(threw("send()", "IllegalStateException: closed", Traces.SEND)),
        "After close(), send() should say false, and threw IllegalStateException: closed.",
        REFUSE);
    assertReads(
        CloseFeedback.afterClose(didNotReturn("send()", "", Traces.SEND)),
        "After close(), send() should say false, and did not return.",
        REFUSE);
  }

  @Test
  void saysThatDeliveriesWereGivenUp() {
    Feedback feedback = CloseFeedback.gaveUp(20, Traces.trace(Traces.send(null, true)));

    assertThat(feedback.message())
        .isEqualTo(
            "The broker did not answer for 3 s, and the producer had given up 20 events by then.");
    assertThat(feedback.misconception()).isEqualTo(Misconception.NO_RETRIES);
  }
}
