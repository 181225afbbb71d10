package dev.kafkalab.grader.rubric;

import dev.kafkalab.grader.feedback.Feedback;

/** Ends a criterion as BLOCKED by another one that must be mended first. */
public final class CriterionBlocked extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String blocker;
  private final transient Feedback feedback;

  /**
   * Blocks a criterion.
   *
   * @param blocker the criterion to mend first
   * @param feedback what was seen here
   */
  public CriterionBlocked(String blocker, Feedback feedback) {
    super("blocked by " + blocker + ": " + feedback.message());
    this.blocker = blocker;
    this.feedback = feedback;
  }

  /** Returns the id of the criterion to mend first. */
  public String blocker() {
    return blocker;
  }

  /** Returns what was seen here. */
  public Feedback feedback() {
    return feedback;
  }
}
