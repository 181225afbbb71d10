package dev.kafkalab.grader.rubric;

import dev.kafkalab.grader.feedback.Feedback;

/**
 * Ends a criterion as NOT_ATTEMPTED: there is no sign that the student has begun with what it is
 * about.
 */
public final class CriterionNotAttempted extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Feedback feedback;

  /** Says what there is no sign of. */
  public CriterionNotAttempted(Feedback feedback) {
    super(feedback.message());
    this.feedback = feedback;
  }

  /** Returns what there is no sign of. */
  public Feedback feedback() {
    return feedback;
  }
}
