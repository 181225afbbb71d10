package dev.kafkalab.grader.rubric;

/** The kinds of outcome, as reports and known submissions name them. */
public enum OutcomeKind {
  /** All of it holds. */
  PASSED,
  /** Something of it does not hold; it may still have earned a part of the points. */
  FAILED,
  /** The student has not written this part: a stub of the template was called. */
  NOT_ATTEMPTED,
  /** It could only fail, because something that it builds on did. */
  BLOCKED,
  /**
   * The grader could not judge it. This never costs the student points: the grading does not count.
   */
  INFRASTRUCTURE
}
