package dev.kafkalab.grader.rubric;

import dev.kafkalab.grader.feedback.Feedback;

/**
 * Ends a criterion as FAILED, with what to tell the student and the points that were earned all the
 * same.
 */
public final class CriterionFailed extends AssertionError {

  private static final long serialVersionUID = 1L;

  private final transient Feedback feedback;
  private final int earned;

  /** Fails a criterion without points. */
  public CriterionFailed(Feedback feedback) {
    this(feedback, 0);
  }

  /** Fails a criterion with a part of its points. */
  public CriterionFailed(Feedback feedback, int earned) {
    super(feedback.message());
    this.feedback = feedback;
    this.earned = earned;
  }

  /** Returns what to tell the student. */
  public Feedback feedback() {
    return feedback;
  }

  /** Returns the points that were earned all the same. */
  public int earned() {
    return earned;
  }
}
