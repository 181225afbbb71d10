package dev.kafkalab.grader.selfcheck;

import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.zoo.Expectation;

/**
 * One criterion of one known submission.
 *
 * @param expected how it had to end
 * @param result how it ended
 */
public record Judgement(Expectation expected, CriterionResult result) {

  /** Returns the criterion's id. */
  public String criterion() {
    return result.criterion().id();
  }

  /** Returns what is to be said of it. */
  public Verdict verdict() {
    return Verdict.of(expected, result);
  }
}
