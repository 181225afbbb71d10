package dev.kafkalab.grader.criteria.stage;

import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.rubric.CriterionEnded;
import dev.kafkalab.grader.rubric.CriterionId;
import dev.kafkalab.grader.studentvm.StudentFailure;
import java.util.function.Supplier;

/** Turns findings into a verdict. */
public final class Conditions {

  private Conditions() {}

  /** Fails the criterion with this feedback if the expectation does not hold. */
  public static void expect(boolean holds, Supplier<Feedback> otherwise) {
    if (!holds) {
      throw CriterionEnded.failed(otherwise.get());
    }
  }

  /**
   * Fails the criterion with this feedback, and these points for the part that holds, if the rest
   * does not.
   */
  public static void expect(boolean holds, int earnedSoFar, Supplier<Feedback> otherwise) {
    if (!holds) {
      throw CriterionEnded.failed(otherwise.get(), earnedSoFar);
    }
  }

  /** Ends the criterion as not attempted if there is no sign of an attempt. */
  public static void expectAttempt(boolean seen, Supplier<Feedback> otherwise) {
    if (!seen) {
      throw CriterionEnded.notAttempted(otherwise.get());
    }
  }

  /**
   * Does what another criterion judges; if it fails, that one must be fixed first.
   *
   * @param blocker the criterion that judges it
   */
  public static void requires(CriterionId blocker, Runnable arrangement) {
    requires(
        blocker,
        () -> {
          arrangement.run();
          return blocker;
        });
  }

  /** Does the same, and returns what the arrangement gives. */
  public static <T> T requires(CriterionId blocker, Supplier<T> arrangement) {
    try {
      return arrangement.get();
    } catch (StudentFailure.NotWritten | NeedsToBeAlone e) {
      throw e;
    } catch (StudentFailure | RunReturned e) {
      throw CriterionEnded.blocked(blocker, FailureFeedback.of(e));
    }
  }
}
