package dev.kafkalab.grader.criteria.consumer;

import static dev.kafkalab.grader.criteria.trace.Scene.assertReads;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.criteria.trace.CommitHistory;
import dev.kafkalab.grader.criteria.trace.Recorded;
import dev.kafkalab.grader.feedback.Feedback;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommitAssessmentTest {

  private static final Feedback EARLY = Feedback.of("too early", "");
  private static final Feedback LATE = Feedback.of("too late", "");

  @ParameterizedTest
  @CsvSource({
    "false, false, true, 10",
    "false, true, true, 9",
    "true, false, true, 4",
    "false, false, false, 7",
    "true, true, true, 3",
    "false, true, false, 6",
    "true, false, false, 1",
    "true, true, false, 0"
  })
  void eachPartHasItsPoints(boolean early, boolean automatic, boolean running, int points) {
    CommitAssessment verdict =
        new CommitAssessment(early ? EARLY : null, automatic, running ? null : LATE);

    assertThat(verdict.points()).isEqualTo(points);
    assertThat(verdict.holds()).isEqualTo(points == 10);
  }

  @Test
  void aCommitThatCameTooEarlyIsToldFirst() {
    assertReads(
        feedback(new CommitAssessment(EARLY, true, LATE)),
        "too early",
        "",
        "also",
        "auto-commit is on, and not everything was committed by hand while running");
  }

  @Test
  void autoCommitIsToldBeforeCommitsThatCameTooLate() {
    assertReads(
        feedback(new CommitAssessment(null, true, LATE)),
        "enable.auto.commit should be false, but is true for the consumer that reads the topic.",
        "",
        "also",
        "not everything was committed by hand while running");
  }

  @Test
  void commitsThatCameTooLateAreToldLast() {
    assertReads(feedback(new CommitAssessment(null, false, LATE)), "too late", "");
  }

  private static Feedback feedback(CommitAssessment verdict) {
    return verdict.feedback(new CommitHistory(Recorded.NOTHING, Optional.of("g"), List.of()));
  }
}
