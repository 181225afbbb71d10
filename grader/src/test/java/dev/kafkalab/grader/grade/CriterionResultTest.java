package dev.kafkalab.grader.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.rubric.CriterionInfo;
import dev.kafkalab.grader.rubric.Outcome;
import dev.kafkalab.grader.rubric.Outcome.Blocked;
import dev.kafkalab.grader.rubric.Outcome.Failed;
import dev.kafkalab.grader.rubric.OutcomeKind;
import dev.kafkalab.grader.rubric.Task;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CriterionResultTest {

  private static final CriterionInfo CRITERION =
      new CriterionInfo("topic.created", Task.TOPIC, 5, "the topic is there");

  private static final Feedback WRONG = Feedback.of("It is not there.", "Create it.");

  @ParameterizedTest
  @CsvSource({
    "PASSED,0,5",
    "FAILED,0,0",
    "FAILED,4,4",
    "NOT_ATTEMPTED,4,0",
    "BLOCKED,4,0",
    "INFRASTRUCTURE,4,0"
  })
  void theOutcomeSaysWhatIsEarned(OutcomeKind kind, int earned, int points) {
    CriterionResult result = result(Results.outcome(kind, earned, "other", WRONG));

    assertThat(result.kind()).isEqualTo(kind);
    assertThat(result.points()).isEqualTo(points);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 5, 6})
  void whatFailedEarnsNeitherAllPointsNorLessThanNone(int earned) {
    assertThatIllegalArgumentException().isThrownBy(() -> result(new Failed(earned, WRONG)));
  }

  @Test
  void aFailureOfItsOwnHasNoBlockerAndNoPoints() {
    CriterionResult failure = result(new Blocked("other", WRONG)).asFailure();

    assertThat(failure).isEqualTo(result(new Failed(0, WRONG)));
    assertThat(failure.blocker()).isNull();
  }

  private static CriterionResult result(Outcome outcome) {
    return Results.result(CRITERION, outcome, Duration.ofSeconds(1));
  }
}
