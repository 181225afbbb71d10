package dev.kafkalab.grader.rubric;

import dev.kafkalab.grader.feedback.Feedback;
import java.util.Objects;

/** Ends a criterion from wherever its outcome is known. */
public final class CriterionEnded extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Outcome outcome;

  private CriterionEnded(Outcome outcome) {
    super(message(outcome));
    this.outcome = outcome;
  }

  /** Fails it without points. */
  public static CriterionEnded failed(Feedback feedback) {
    return failed(feedback, 0);
  }

  /** Fails it with a part of its points. */
  public static CriterionEnded failed(Feedback feedback, int earned) {
    return new CriterionEnded(new Outcome.Failed(earned, feedback));
  }

  /**
   * Ends it where it can only fail.
   *
   * @param blocker the criterion to mend first
   * @param feedback what was seen here
   */
  public static CriterionEnded blocked(CriterionId blocker, Feedback feedback) {
    return new CriterionEnded(new Outcome.Blocked(blocker.toString(), feedback));
  }

  /** Ends it where there is no sign that the student has begun with it. */
  public static CriterionEnded notAttempted(Feedback feedback) {
    return new CriterionEnded(new Outcome.NotAttempted(feedback));
  }

  /** Returns how it ended. */
  public Outcome outcome() {
    return outcome;
  }

  /** Returns this end, or the one of a criterion that is blocked by another one's failure. */
  public CriterionEnded blockedBy(CriterionId blocker) {
    return outcome instanceof Outcome.Failed failed ? blocked(blocker, failed.feedback()) : this;
  }

  private static String message(Outcome outcome) {
    String blocked = outcome.blocker() == null ? "" : "blocked by " + outcome.blocker() + ": ";
    return blocked + Objects.requireNonNull(outcome.feedback()).message();
  }
}
