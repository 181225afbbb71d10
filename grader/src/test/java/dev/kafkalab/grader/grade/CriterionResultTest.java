package dev.kafkalab.grader.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kafkalab.grader.rubric.CriterionInfo;
import dev.kafkalab.grader.rubric.Outcome;
import dev.kafkalab.grader.rubric.Task;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CriterionResultTest {

  private static final CriterionInfo CRITERION =
      new CriterionInfo("topic.created", Task.TOPIC, 5, "the topic is there");

  @ParameterizedTest
  @CsvSource({
    "PASSED,5",
    "FAILED,0",
    "FAILED,4",
    "NOT_ATTEMPTED,0",
    "BLOCKED,0",
    "INFRASTRUCTURE,0"
  })
  void pointsThatFitTheOutcomeAreTaken(Outcome outcome, int points) {
    assertThat(result(outcome, points).points()).isEqualTo(points);
  }

  @ParameterizedTest
  @CsvSource({
    "PASSED,4",
    "PASSED,6",
    "FAILED,-1",
    "FAILED,5",
    "NOT_ATTEMPTED,1",
    "BLOCKED,1",
    "INFRASTRUCTURE,5"
  })
  void pointsThatDoNotFitTheOutcomeAreRefused(Outcome outcome, int points) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> result(outcome, points))
        .withMessage("%d of 5 points do not fit %s", points, outcome);
  }

  @Test
  void aFailureOfItsOwnHasNoBlockerAndNoPoints() {
    CriterionResult blocked =
        new CriterionResult(CRITERION, Outcome.BLOCKED, 0, "other", null, Duration.ofSeconds(1));

    assertThat(blocked.asFailure())
        .isEqualTo(
            new CriterionResult(CRITERION, Outcome.FAILED, 0, null, null, Duration.ofSeconds(1)));
  }

  private static CriterionResult result(Outcome outcome, int points) {
    return new CriterionResult(CRITERION, outcome, points, null, null, Duration.ZERO);
  }
}
