package dev.kafkalab.grader.rubric;

import dev.kafkalab.grader.feedback.Feedback;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How a criterion ended: one value from the judge to the last report. */
public sealed interface Outcome {

  /** Returns the kind, as reports name it. */
  OutcomeKind kind();

  /** Returns what to tell the student; null where it passed. */
  @Nullable Feedback feedback();

  /** Returns the same outcome with other feedback, if it has any. */
  default Outcome telling(UnaryOperator<Feedback> change) {
    return this;
  }

  /** Returns the points that it earns, where all of the criterion is worth this many. */
  default int pointsOf(int most) {
    return 0;
  }

  /** Returns the criterion to mend first; null where none is. */
  default @Nullable String blocker() {
    return null;
  }

  /** All of it holds. */
  record Passed() implements Outcome {

    @Override
    public OutcomeKind kind() {
      return OutcomeKind.PASSED;
    }

    @Override
    public @Nullable Feedback feedback() {
      return null;
    }

    @Override
    public int pointsOf(int most) {
      return most;
    }
  }

  /**
   * Something of it does not hold.
   *
   * @param earned points for what does hold; fewer than all
   */
  record Failed(int earned, Feedback feedback) implements Outcome {

    /** Checks that no points are taken away. */
    public Failed {
      if (earned < 0) {
        throw new IllegalArgumentException("points cannot be negative");
      }
    }

    @Override
    public OutcomeKind kind() {
      return OutcomeKind.FAILED;
    }

    @Override
    public Outcome telling(UnaryOperator<Feedback> change) {
      return new Failed(earned, change.apply(feedback));
    }

    @Override
    public int pointsOf(int most) {
      if (earned >= most) {
        throw new IllegalArgumentException("what failed cannot earn all points");
      }
      return earned;
    }
  }

  /** The student has not written this part. */
  record NotAttempted(Feedback feedback) implements Outcome {

    @Override
    public OutcomeKind kind() {
      return OutcomeKind.NOT_ATTEMPTED;
    }

    @Override
    public Outcome telling(UnaryOperator<Feedback> change) {
      return new NotAttempted(change.apply(feedback));
    }
  }

  /**
   * It could only fail, because something that it builds on did.
   *
   * @param blocker the criterion to mend first
   * @param feedback what was seen here
   */
  record Blocked(String blocker, Feedback feedback) implements Outcome {

    @Override
    public OutcomeKind kind() {
      return OutcomeKind.BLOCKED;
    }

    @Override
    public Outcome telling(UnaryOperator<Feedback> change) {
      return new Blocked(blocker, change.apply(feedback));
    }
  }

  /** The grader could not judge it; that never costs points. */
  record Infrastructure(Feedback feedback) implements Outcome {

    @Override
    public OutcomeKind kind() {
      return OutcomeKind.INFRASTRUCTURE;
    }
  }
}
