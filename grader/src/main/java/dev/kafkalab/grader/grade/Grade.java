package dev.kafkalab.grader.grade;

import dev.kafkalab.grader.rubric.CriterionInfo;
import dev.kafkalab.grader.rubric.OutcomeKind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a submission earned.
 *
 * @param asked each criterion that is to be judged, in the rubric's order: the maximum is the sum
 *     of their points, whatever their results
 * @param results one for each criterion that was judged, in the rubric's order
 */
public record Grade(List<CriterionInfo> asked, List<CriterionResult> results) {

  /** Copies the lists, so that a grade never changes. */
  public Grade {
    asked = List.copyOf(asked);
    results = List.copyOf(results);
  }

  /** Makes a grade of criteria that all have results. */
  public Grade(List<CriterionResult> results) {
    this(results.stream().map(CriterionResult::criterion).toList(), results);
  }

  /**
   * Adds up results that came in any order.
   *
   * <p>A criterion that is BLOCKED by one that passed counts as FAILED: being blocked never hides a
   * fault.
   *
   * @param asked each criterion that is to be judged, in the rubric's order
   */
  public static Grade of(List<CriterionInfo> asked, List<CriterionResult> results) {
    Map<String, CriterionResult> byId =
        results.stream()
            .collect(Collectors.toMap(result -> result.criterion().id(), Function.identity()));
    return new Grade(
        asked,
        results.stream()
            .map(result -> isBlockedByNothing(result, byId) ? result.asFailure() : result)
            .sorted(Comparator.comparingInt(result -> asked.indexOf(result.criterion())))
            .toList());
  }

  private static boolean isBlockedByNothing(
      CriterionResult result, Map<String, CriterionResult> byId) {
    CriterionResult blocker = byId.get(result.blocker());
    return blocker != null && blocker.kind() == OutcomeKind.PASSED;
  }

  /** Returns the points earned, without the challenges. */
  public int score() {
    return earned(false);
  }

  /** Returns the points that could be earned, without the challenges. */
  public int maxScore() {
    return most(false);
  }

  /** Returns the points earned with challenges. */
  public int bonus() {
    return earned(true);
  }

  /** Returns the points that could be earned with challenges. */
  public int maxBonus() {
    return most(true);
  }

  private int earned(boolean bonus) {
    return results.stream()
        .filter(result -> result.isBonus() == bonus)
        .mapToInt(CriterionResult::points)
        .sum();
  }

  private int most(boolean bonus) {
    return asked.stream()
        .filter(criterion -> criterion.task().isBonus() == bonus)
        .mapToInt(CriterionInfo::points)
        .sum();
  }

  /** Returns whether every requested criterion has a result. */
  public boolean isFinished() {
    return results.size() >= asked.size();
  }

  /** Returns the criteria that have no result yet, in the rubric's order. */
  public List<CriterionInfo> missing() {
    List<CriterionInfo> judged = results.stream().map(CriterionResult::criterion).toList();
    return asked.stream().filter(criterion -> !judged.contains(criterion)).toList();
  }

  /** Returns whether the grader failed to judge some criterion: then the score does not count. */
  public boolean isIncomplete() {
    return results.stream().anyMatch(result -> result.kind() == OutcomeKind.INFRASTRUCTURE);
  }

  /**
   * Returns what to do first: fix what the lab requires, then write what is missing, then fix
   * challenges.
   */
  public Optional<CriterionResult> firstToDo() {
    return firstToFix()
        .filter(result -> !result.isBonus())
        .or(this::firstToWrite)
        .or(this::firstToFix);
  }

  /**
   * Returns what to fix first: the failure that blocks most others, otherwise the first one;
   * challenges come last.
   */
  public Optional<CriterionResult> firstToFix() {
    return results.stream()
        .filter(result -> result.kind() == OutcomeKind.FAILED)
        .max(
            Comparator.comparing(CriterionResult::isBonus, Comparator.reverseOrder())
                .thenComparingLong(this::blockedBy)
                .thenComparing(results::indexOf, Comparator.reverseOrder()));
  }

  private Optional<CriterionResult> firstToWrite() {
    return results.stream()
        .filter(result -> result.kind() == OutcomeKind.NOT_ATTEMPTED && !result.isBonus())
        .findFirst();
  }

  private long blockedBy(CriterionResult blocker) {
    String id = blocker.criterion().id();
    return results.stream().filter(result -> id.equals(result.blocker())).count();
  }
}
