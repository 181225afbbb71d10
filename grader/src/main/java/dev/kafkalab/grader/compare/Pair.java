package dev.kafkalab.grader.compare;

import dev.kafkalab.grader.grade.CriterionResult;

/**
 * One criterion, judged of two solutions.
 *
 * @param submission what was found of the submission
 * @param reference what was found of the reference
 * @param contrast how they used Kafka differently
 * @param timelines what happened in each, side by side
 */
public record Pair(
    CriterionResult submission, CriterionResult reference, Contrast contrast, Timelines timelines) {

  static Pair of(CriterionResult submission, CriterionResult reference) {
    return new Pair(
        submission,
        reference,
        Contrast.between(submission.usage(), reference.usage()),
        Timelines.of(submission, reference));
  }

  /** Returns whether both ended alike, with the same points. */
  public boolean isJudgedAlike() {
    return submission.kind() == reference.kind() && submission.points() == reference.points();
  }
}
