package dev.kafkalab.grader.criteria.consumer;

import static dev.kafkalab.grader.criteria.trace.Scene.assertReads;
import static dev.kafkalab.grader.criteria.trace.Scene.partition;
import static dev.kafkalab.grader.criteria.trace.Scene.published;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.criteria.trace.Chronicle;
import dev.kafkalab.grader.criteria.trace.CommitAudit.TooEarly;
import dev.kafkalab.grader.criteria.trace.CommitHistory;
import dev.kafkalab.grader.criteria.trace.Recorded;
import dev.kafkalab.grader.evidence.EventLedger;
import dev.kafkalab.grader.feedback.Feedback;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommitAssessmentTest {

  private static final TooEarly TOO_EARLY = new TooEarly(published(1, 4), 9);

  @ParameterizedTest
  @CsvSource({
    "false, false, true, 10",
    "false, true, true, 8",
    "true, false, true, 6",
    "false, false, false, 6",
    "true, true, true, 4",
    "false, true, false, 4",
    "true, false, false, 2",
    "true, true, false, 0"
  })
  void eachPartHasItsPoints(boolean early, boolean automatic, boolean running, int points) {
    CommitAssessment verdict = new CommitAssessment(early ? TOO_EARLY : null, automatic, running);

    assertThat(verdict.points()).isEqualTo(points);
    assertThat(verdict.holds()).isEqualTo(points == 10);
  }

  @Test
  void aCommitThatCameTooEarlyIsToldFirst() {
    assertReads(
        feedback(new CommitAssessment(TOO_EARLY, true, false)),
        "Offset 9 of partition 1 was committed before the event at offset 4 had been handled: a crash now would lose it.",
        "",
        "also",
        "auto-commit is on, and nothing was committed while running");
  }

  @Test
  void autoCommitIsToldBeforeCommitsThatCameOnlyAtTheEnd() {
    assertReads(
        feedback(new CommitAssessment(null, true, false)),
        "enable.auto.commit should be false, but is true for the consumer that reads the topic.",
        "",
        "also",
        "nothing was committed while running");
  }

  @Test
  void commitsOnlyAtTheEndAreToldLast() {
    assertReads(
        feedback(new CommitAssessment(null, false, false)),
        "Every event was handled, but nothing was committed while the consumer was running.",
        "",
        "commits after stop()",
        "0");
  }

  private static Feedback feedback(CommitAssessment verdict) {
    return verdict.feedback(
        new CommitHistory(Recorded.NOTHING, Optional.of("g"), List.of()),
        Chronicle.ofRuns(new EventLedger()),
        partition(1));
  }
}
