package dev.kafkalab.grader.compare;

import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.grade.GradedSubmission;
import java.util.List;
import java.util.stream.Stream;

/**
 * A submission compared with the reference, both graded with the same events.
 *
 * @param submission how the submission was graded
 * @param reference how the reference was
 * @param pairs the criteria that were judged of both, in the order of the submission's report
 */
public record Comparison(
    GradedSubmission submission, GradedSubmission reference, List<Pair> pairs) {

  /** Copies the pairs, so that a comparison never changes. */
  public Comparison {
    pairs = List.copyOf(pairs);
  }

  /** Compares two gradings. */
  public static Comparison of(GradedSubmission submission, GradedSubmission reference) {
    return new Comparison(
        submission,
        reference,
        submission.grade().results().stream()
            .flatMap(result -> partner(result, reference).map(other -> Pair.of(result, other)))
            .toList());
  }

  private static Stream<CriterionResult> partner(
      CriterionResult result, GradedSubmission reference) {
    String id = result.criterion().id();
    return reference.grade().results().stream().filter(other -> other.criterion().id().equals(id));
  }

  /** Returns the criteria with different results. */
  public List<Pair> parted() {
    return pairs.stream().filter(pair -> !pair.isJudgedAlike()).toList();
  }

  /**
   * Returns the differences, each once, that occur only in criteria with equal results: for these
   * criteria they did not matter.
   */
  public Contrast atNoCost() {
    return sum(pairs.stream().filter(Pair::isJudgedAlike)).without(sum(parted().stream()));
  }

  private static Contrast sum(Stream<Pair> pairs) {
    List<Contrast> contrasts = pairs.map(Pair::contrast).toList();
    return new Contrast(
        contrasts.stream().flatMap(each -> each.settings().stream()).distinct().toList(),
        contrasts.stream().flatMap(each -> each.calls().stream()).distinct().toList());
  }

  /** Returns whether the grader failed in one of the two: then no score counts. */
  public boolean isIncomplete() {
    return submission.grade().isIncomplete() || reference.grade().isIncomplete();
  }
}
