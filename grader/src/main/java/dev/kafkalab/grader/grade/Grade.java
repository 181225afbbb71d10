package dev.kafkalab.grader.grade;

import dev.kafkalab.grader.rubric.CriterionInfo;
import dev.kafkalab.grader.rubric.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a submission earned.
 *
 * @param results one for each criterion that was judged, in the rubric's order
 */
public record Grade(List<CriterionResult> results) {

  /** Copies the results, so that a grade never changes. */
  public Grade {
    results = List.copyOf(results);
  }

  /**
   * Adds up results that came in any order.
   *
   * <p>Who is BLOCKED by a criterion that passed has failed by itself: being blocked never hides a
   * fault.
   *
   * @param order every criterion of the rubric, in its order
   */
  public static Grade of(List<CriterionInfo> order, List<CriterionResult> results) {
    Map<String, CriterionResult> byId =
        results.stream()
            .collect(Collectors.toMap(result -> result.criterion().id(), Function.identity()));
    return new Grade(
        results.stream()
            .map(result -> isBlockedByNothing(result, byId) ? result.asFailure() : result)
            .sorted(Comparator.comparingInt(result -> order.indexOf(result.criterion())))
            .toList());
  }

  private static boolean isBlockedByNothing(
      CriterionResult result, Map<String, CriterionResult> byId) {
    CriterionResult blocker = byId.get(result.blocker());
    return blocker != null && blocker.outcome() == Outcome.PASSED;
  }

  /** Returns the points earned. */
  public int score() {
    return results.stream().mapToInt(CriterionResult::points).sum();
  }

  /** Returns the points that could be earned. */
  public int maxScore() {
    return results.stream().mapToInt(result -> result.criterion().points()).sum();
  }

  /** Returns whether the grader failed to judge some criterion: then the score does not count. */
  public boolean isIncomplete() {
    return results.stream().anyMatch(result -> result.outcome() == Outcome.INFRASTRUCTURE);
  }

  /** Returns what to mend first: the failure that blocks most others, or else the first one. */
  public Optional<CriterionResult> firstToFix() {
    return results.stream()
        .filter(result -> result.outcome() == Outcome.FAILED)
        .max(
            Comparator.comparingLong(this::blockedBy)
                .thenComparing(results::indexOf, Comparator.reverseOrder()));
  }

  private long blockedBy(CriterionResult blocker) {
    String id = blocker.criterion().id();
    return results.stream().filter(result -> id.equals(result.blocker())).count();
  }
}
