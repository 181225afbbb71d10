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
      "After close(), send() should return false at once: remember that the producer is closed.";

  @Test
  void saysThatCloseDidNotWait() {
    Feedback feedback =
        CloseFeedback.didNotWait(20, Traces.trace(Traces.send(null, true), Traces.close()));

    assertReads(
        feedback,
        "The broker did not respond for a while, and close() returned before 20 events had been delivered.",
        "",
        "expected",
        "close() returns when each queued event has been delivered or has failed",
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
        "send() returned true for 24 events before close(), but 3 of them never arrived.",
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
        "send() returned true after close(), but a closed producer cannot deliver the event.",
        REFUSE);
    assertThat(feedback.location()).isEqualTo(Traces.SEND);
  }

  @Test
  void saysWhatSendDidInsteadOfSayingFalse() {
    assertReads(
        CloseFeedback.afterClose(threw("send()", "IllegalStateException: closed", Traces.SEND)),
        "After close(), send() should return false, but it threw IllegalStateException: closed.",
        REFUSE);
    assertReads(
        CloseFeedback.afterClose(didNotReturn("send()", "", Traces.SEND)),
        "After close(), send() should return false, but it did not return.",
        REFUSE);
  }

  @Test
  void saysThatDeliveriesWereGivenUp() {
    Feedback feedback = CloseFeedback.gaveUp(20, Traces.trace(Traces.send(null, true)));

    assertThat(feedback.message())
        .isEqualTo(
            "The broker did not respond for 3 s, and by then the producer had given up on 20 events.");
    assertThat(feedback.misconception()).isEqualTo(Misconception.NO_RETRIES);
  }

  @Test
  void saysWhichCloseDidHarm() {
    assertThat(CloseFeedback.harmfulClose("a second time", threw("close()", "X", null)).message())
        .startsWith(
            "close() was called a second time: it should return and do nothing, but it threw ");
  }

  @Test
  void saysThatAnotherProducerWasClosed() {
    assertThat(CloseFeedback.closedTheOther(Traces.trace(Traces.close())).location())
        .isEqualTo(Traces.CLOSE);
  }
}
