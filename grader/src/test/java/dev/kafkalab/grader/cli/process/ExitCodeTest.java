package dev.kafkalab.grader.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.grade.Grade;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.grade.Results;
import dev.kafkalab.grader.grade.UsedBroker;
import dev.kafkalab.grader.rubric.CriterionInfo;
import dev.kafkalab.grader.rubric.Outcome.Passed;
import dev.kafkalab.grader.rubric.OutcomeKind;
import dev.kafkalab.grader.rubric.Task;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExitCodeTest {

  private static final Feedback PROBLEM = Feedback.of("It does not compile.", "");

  @Test
  void aGradeIsZeroWhateverTheScore() {
    assertThat(ExitCode.of(graded(OutcomeKind.FAILED, 0), 0)).isEqualTo(ExitCode.GRADED);
    assertThat(ExitCode.of(graded(OutcomeKind.PASSED, 5), 5)).isEqualTo(ExitCode.GRADED);
    assertThat(ExitCode.GRADED.number()).isZero();
  }

  @Test
  void aScoreBelowWhatWasAskedForIsOne() {
    assertThat(ExitCode.of(graded(OutcomeKind.FAILED, 4), 5)).isEqualTo(ExitCode.BELOW);
    assertThat(ExitCode.BELOW.number()).isEqualTo(1);
  }

  @Test
  void bonusPointsDoNotLiftAScore() {
    CriterionInfo challenge = new CriterionInfo("bonus.headers", Task.CHALLENGES, 5, "headers");
    CriterionResult bonus = Results.result(challenge, new Passed(), Duration.ZERO);

    assertThat(ExitCode.of(graded(new Grade(List.of(bonus))), 5)).isEqualTo(ExitCode.BELOW);
  }

  @Test
  void aSenselessCommandLineIsTwo() {
    assertThat(ExitCode.USAGE.number()).isEqualTo(2);
  }

  @Test
  void whatCannotBeGradedIsThreeAlsoBelowWhatWasAskedFor() {
    assertThat(ExitCode.of(graded(OutcomeKind.FAILED, 0, PROBLEM), 5))
        .isEqualTo(ExitCode.NOT_GRADABLE);
    assertThat(ExitCode.NOT_GRADABLE.number()).isEqualTo(3);
  }

  @Test
  void aGraderThatFailedIsFourWhateverElseIsWrong() {
    assertThat(ExitCode.of(graded(OutcomeKind.INFRASTRUCTURE, 0), 5))
        .isEqualTo(ExitCode.INFRASTRUCTURE);
    assertThat(ExitCode.of(graded(OutcomeKind.INFRASTRUCTURE, 0, PROBLEM), 5))
        .isEqualTo(ExitCode.INFRASTRUCTURE);
    assertThat(ExitCode.INFRASTRUCTURE.number()).isEqualTo(4);
  }

  private static GradedSubmission graded(OutcomeKind outcome, int points, Feedback... problems) {
    CriterionInfo criterion = new CriterionInfo("topic.created", Task.TOPIC, 5, "it is there");
    CriterionResult result =
        Results.result(criterion, Results.outcome(outcome, points, null, null), Duration.ZERO);
    return graded(new Grade(List.of(result)), problems);
  }

  private static GradedSubmission graded(Grade grade, Feedback... problems) {
    return new GradedSubmission(
        "ada",
        grade,
        List.of(problems),
        new UsedBroker("embedded", "4.1.0", ""),
        1,
        Duration.ZERO,
        Map.of());
  }
}
