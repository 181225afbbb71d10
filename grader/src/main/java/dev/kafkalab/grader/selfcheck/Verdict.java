package dev.kafkalab.grader.selfcheck;

import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.rubric.OutcomeKind;
import dev.kafkalab.grader.zoo.Expectation;

/** How the result of a criterion compares with the expected one. */
public enum Verdict {
  /** As expected. */
  RIGHT("right"),
  /** A right solution was refused. */
  WRONGLY_FAILED("wrongly failed"),
  /** A wrong solution passed. */
  WRONGLY_PASSED("wrongly passed"),
  /** It rightly did not pass, but with another outcome or other points. */
  MISJUDGED("misjudged"),
  /** The grader failed. */
  NOT_JUDGED("not judged");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  static Verdict of(Expectation expected, CriterionResult result) {
    if (result.kind() == OutcomeKind.INFRASTRUCTURE) {
      return NOT_JUDGED;
    }
    if (expected.isMetBy(result)) {
      return RIGHT;
    }
    if (expected.outcome() == OutcomeKind.PASSED) {
      return WRONGLY_FAILED;
    }
    return result.kind() == OutcomeKind.PASSED ? WRONGLY_PASSED : MISJUDGED;
  }

  @Override
  public String toString() {
    return words;
  }
}
