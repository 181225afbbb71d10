package dev.kafkalab.grader.criteria.producer;

import static dev.kafkalab.grader.criteria.trace.Scene.assertReads;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.criteria.trace.ProducerTrace;
import dev.kafkalab.grader.criteria.trace.Traces;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Misconception;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AcksFeedbackTest {

  @Test
  void countsTheRequestsAndShowsTheSettings() {
    ProducerTrace trace = Traces.trace(Map.of("acks", "1", "enable.idempotence", "false"));
    Feedback feedback = new AcksJudge(List.of((short) 1, (short) -1, (short) 1), trace).notAll();

    assertReads(
        feedback,
        "Every Produce request should ask for acks=all (-1 on the wire), but 2 of 3 did not.",
        "",
        "acks on the wire",
        "[-1, 1]",
        "acks",
        "1",
        "enable.idempotence",
        "false");
    assertThat(feedback.location()).isEqualTo(Traces.MADE);
    assertThat(feedback.misconception()).isEqualTo(Misconception.ACKS_NOT_ALL);
  }

  @Test
  void saysWhatTheWireSaysWhereNothingWasRecorded() {
    Feedback feedback = new AcksJudge(List.of((short) 0), Traces.NONE).notAll();

    assertReads(
        feedback,
        "Every Produce request should ask for acks=all (-1 on the wire), but 1 of 1 did not.",
        "",
        "acks on the wire",
        "[0]");
    assertThat(feedback.location()).isNull();
  }
}
