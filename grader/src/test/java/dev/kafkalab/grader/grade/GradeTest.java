package dev.kafkalab.grader.grade;

import static dev.kafkalab.grader.rubric.OutcomeKind.BLOCKED;
import static dev.kafkalab.grader.rubric.OutcomeKind.FAILED;
import static dev.kafkalab.grader.rubric.OutcomeKind.INFRASTRUCTURE;
import static dev.kafkalab.grader.rubric.OutcomeKind.NOT_ATTEMPTED;
import static dev.kafkalab.grader.rubric.OutcomeKind.PASSED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.rubric.CriterionInfo;
import dev.kafkalab.grader.rubric.OutcomeKind;
import dev.kafkalab.grader.rubric.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GradeTest {

  private static final CriterionInfo A = new CriterionInfo("a", Task.TOPIC, 5, "A");
  private static final CriterionInfo B = new CriterionInfo("b", Task.PRODUCER, 7, "B");
  private static final CriterionInfo C = new CriterionInfo("c", Task.CONSUMER, 8, "C");
  private static final CriterionInfo D = new CriterionInfo("d", Task.GROUP, 10, "D");
  private static final CriterionInfo E = new CriterionInfo("e", Task.CHALLENGES, 3, "E");
  private static final CriterionInfo F = new CriterionInfo("f", Task.CHALLENGES, 4, "F");
  private static final List<CriterionInfo> ORDER = List.of(A, B, C, D, E, F);

  @Test
  void pointsAreAddedUp() {
    Grade grade =
        grade(result(A, PASSED, 5), result(B, FAILED, 3), blocked(C, "b"), result(D, PASSED, 10));

    assertThat(grade.score()).isEqualTo(18);
    assertThat(grade.maxScore()).isEqualTo(30);
    assertThat(grade.maxBonus()).isEqualTo(7);
  }

  @Test
  void challengesAreAddedUpApart() {
    Grade grade = grade(result(A, PASSED, 5), result(E, FAILED, 2), result(F, PASSED, 4));

    assertThat(grade.score()).isEqualTo(5);
    assertThat(grade.bonus()).isEqualTo(6);
    assertThat(grade.maxBonus()).isEqualTo(7);
  }

  @Test
  void onlyWhatWasAskedForCanEarnPoints() {
    Grade grade = Grade.of(List.of(B), List.of(result(B, PASSED, 7)));

    assertThat(grade.score()).isEqualTo(7);
    assertThat(grade.maxScore()).isEqualTo(7);
  }

  @Test
  void whatHasNoResultStillHasItsPoints() {
    Grade grade = Grade.of(List.of(A, B, E), List.of(result(B, PASSED, 7)));

    assertThat(grade.maxScore()).isEqualTo(12);
    assertThat(grade.maxBonus()).isEqualTo(3);
    assertThat(grade.missing()).containsExactly(A, E);
    assertThat(grade.isFinished()).isFalse();
  }

  @Test
  void resultsAreInTheOrderOfTheRubric() {
    Grade grade = grade(result(D, PASSED, 10), result(B, FAILED, 0), result(A, PASSED, 5));

    assertThat(grade.results()).extracting(CriterionResult::criterion).containsExactly(A, B, D);
  }

  @Test
  void whoIsBlockedByAFailureStaysBlocked() {
    assertThat(outcomes(grade(result(A, FAILED, 0), blocked(B, "a"))))
        .containsExactly(FAILED, BLOCKED);
  }

  @Test
  void whoIsBlockedByAPassHasFailed() {
    Grade grade = grade(result(A, PASSED, 5), blocked(B, "a"));

    assertThat(outcomes(grade)).containsExactly(PASSED, FAILED);
    assertThat(grade.results().get(1).blocker()).isNull();
    assertThat(grade.firstToFix()).contains(grade.results().get(1));
  }

  @Test
  void whoIsBlockedByWhatWasNotJudgedStaysBlocked() {
    assertThat(outcomes(grade(blocked(B, "a")))).containsExactly(BLOCKED);
  }

  @Test
  void theFailureThatBlocksMostIsToBeFixedFirst() {
    Grade grade =
        grade(result(A, FAILED, 0), result(B, FAILED, 0), blocked(C, "b"), blocked(D, "b"));

    assertThat(grade.firstToFix()).contains(result(B, FAILED, 0));
  }

  @Test
  void theFirstOfThoseThatBlockAlikeIsToBeFixedFirst() {
    assertThat(grade(result(D, FAILED, 0), result(B, FAILED, 0), result(C, FAILED, 0)).firstToFix())
        .contains(result(B, FAILED, 0));
    assertThat(
            grade(result(A, FAILED, 0), result(B, FAILED, 0), blocked(C, "b"), blocked(D, "a"))
                .firstToFix())
        .contains(result(A, FAILED, 0));
  }

  @Test
  void challengesAreFixedLast() {
    assertThat(grade(result(E, FAILED, 0), blocked(F, "e"), result(D, FAILED, 0)).firstToFix())
        .contains(result(D, FAILED, 0));
    assertThat(grade(result(D, PASSED, 10), result(E, FAILED, 0)).firstToFix())
        .contains(result(E, FAILED, 0));
  }

  @Test
  void whatTheLabAsksForIsWrittenBeforeChallengesAreFixed() {
    Grade grade =
        grade(result(B, NOT_ATTEMPTED, 0), result(C, NOT_ATTEMPTED, 0), result(E, FAILED, 0));

    assertThat(grade.firstToDo()).contains(result(B, NOT_ATTEMPTED, 0));
  }

  @Test
  void whatFailedIsToBeDoneBeforeWhatWasNotAttempted() {
    assertThat(grade(result(A, NOT_ATTEMPTED, 0), result(B, FAILED, 0)).firstToDo())
        .contains(result(B, FAILED, 0));
    assertThat(grade(result(A, PASSED, 5), result(E, FAILED, 0)).firstToDo())
        .contains(result(E, FAILED, 0));
  }

  @Test
  void aChallengeThatWasNotAttemptedIsNothingToDo() {
    assertThat(grade(result(A, PASSED, 5), result(E, NOT_ATTEMPTED, 0)).firstToDo()).isEmpty();
  }

  @Test
  void whatWasNotAttemptedIsNothingToFix() {
    assertThat(grade(result(A, NOT_ATTEMPTED, 0), result(B, PASSED, 7)).firstToFix()).isEmpty();
  }

  @Test
  void aGradeIsIncompleteWhereTheGraderFailed() {
    assertThat(grade(result(A, PASSED, 5), result(B, INFRASTRUCTURE, 0)).isIncomplete()).isTrue();
    assertThat(grade(result(A, PASSED, 5), result(B, FAILED, 0)).isIncomplete()).isFalse();
  }

  @Test
  void aGradeNeverChanges() {
    List<CriterionResult> results = new ArrayList<>(List.of(result(A, PASSED, 5)));
    Grade grade = new Grade(results);
    results.clear();

    assertThat(grade.results()).hasSize(1);
  }

  private static Grade grade(CriterionResult... results) {
    return Grade.of(ORDER, List.of(results));
  }

  private static List<OutcomeKind> outcomes(Grade grade) {
    return grade.results().stream().map(CriterionResult::kind).toList();
  }

  private static CriterionResult blocked(CriterionInfo criterion, String blocker) {
    return result(criterion, BLOCKED, 0, blocker);
  }

  private static CriterionResult result(CriterionInfo criterion, OutcomeKind outcome, int points) {
    return result(criterion, outcome, points, null);
  }

  private static CriterionResult result(
      CriterionInfo criterion, OutcomeKind outcome, int points, @Nullable String blocker) {
    return Results.result(
        criterion, Results.outcome(outcome, points, blocker, null), Duration.ZERO);
  }
}
