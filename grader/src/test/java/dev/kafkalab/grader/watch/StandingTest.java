package dev.kafkalab.grader.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.grade.Grade;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.grade.Results;
import dev.kafkalab.grader.grade.UsedBroker;
import dev.kafkalab.grader.rubric.CriterionInfo;
import dev.kafkalab.grader.rubric.OutcomeKind;
import dev.kafkalab.grader.rubric.Task;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StandingTest {

  private final CriterionInfo one = new CriterionInfo("one", Task.PRODUCER, 5, "One");
  private final CriterionInfo two = new CriterionInfo("two", Task.CONSUMER, 5, "Two");
  private final CriterionInfo three = new CriterionInfo("three", Task.CONSUMER, 5, "Three");
  private final Standing standing = new Standing(List.of(one, two, three));

  @Test
  void allAreOpenUntilTheyHaveResults() {
    assertThat(standing.open()).containsExactly(one, two, three);

    standing.add(result(one, OutcomeKind.PASSED));
    standing.add(result(two, OutcomeKind.INFRASTRUCTURE));

    assertThat(standing.open()).containsExactly(two, three);
  }

  @Test
  void whatIsTouchedIsOpenAgain() {
    judgeAll();
    standing.touch(List.of(three));

    assertThat(standing.open()).containsExactly(three);
  }

  @Test
  void whatTheReportSaidToDoFirstIsWorkedOn() {
    judgeAll();
    standing.touch(List.of(one, two, three));

    assertThat(standing.first()).contains(two);
    standing.add(result(two, OutcomeKind.PASSED));
    assertThat(standing.first()).isEmpty();
  }

  @Test
  void theFirstThatDidNotPassIsWorkedOnWhereTheOtherIsNotTouched() {
    judgeAll();
    standing.touch(List.of(one, three));

    assertThat(standing.first()).contains(three);
  }

  @Test
  void nothingIsWorkedOnWhereAllPassed() {
    judgeAll();
    standing.touch(List.of(one));

    assertThat(standing.first()).isEmpty();
  }

  @Test
  void theStandingHasTheResultsOfAllGradings() {
    judgeAll();
    standing.touch(List.of(two));
    CriterionResult ours = result(two, OutcomeKind.INFRASTRUCTURE);
    standing.add(ours);

    Grade grade = standing.of(graded(ours)).grade();

    assertThat(grade.asked()).containsExactly(one, two, three);
    assertThat(grade.score()).isEqualTo(5);
    assertThat(grade.isIncomplete()).isTrue();
  }

  private void judgeAll() {
    standing.add(result(one, OutcomeKind.PASSED));
    standing.add(result(two, OutcomeKind.FAILED));
    standing.add(result(three, OutcomeKind.BLOCKED));
  }

  private static CriterionResult result(CriterionInfo criterion, OutcomeKind kind) {
    @Nullable String blocker = kind == OutcomeKind.BLOCKED ? "two" : null;
    return Results.result(
        criterion, Results.outcome(kind, 0, blocker, Feedback.of("", "")), Duration.ZERO);
  }

  private static GradedSubmission graded(CriterionResult result) {
    return new GradedSubmission(
        "ada",
        new Grade(List.of(result)),
        List.of(),
        new UsedBroker("embedded", "4.4.0", ""),
        1,
        Duration.ZERO,
        Map.of());
  }
}
