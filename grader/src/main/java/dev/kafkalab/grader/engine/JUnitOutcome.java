package dev.kafkalab.grader.engine;

import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.FeedbackText;
import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.grade.CriterionResult;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * Tells JUnit how a criterion ended: red with the feedback, grey where there is nothing to judge
 * yet, or green.
 */
final class JUnitOutcome {

  private JUnitOutcome() {}

  static void report(CriterionResult result) {
    String text = text(result.feedback());
    switch (result.outcome()) {
      case PASSED -> {
        // green
      }
      case NOT_ATTEMPTED -> throw new TestAbortedException(text);
      case BLOCKED ->
          throw atTheirLine(
              new AssertionFailedError("blocked by " + result.blocker() + "\n" + text), result);
      case FAILED -> throw atTheirLine(new AssertionFailedError("\n" + text), result);
      case INFRASTRUCTURE -> throw new IllegalStateException("The grader itself failed: " + text);
    }
  }

  private static String text(@Nullable Feedback feedback) {
    return feedback == null ? "" : String.join("\n", FeedbackText.lines(feedback));
  }

  /**
   * The grader's own frames say nothing to a student; an IDE makes a link of the line that is
   * theirs.
   */
  private static AssertionFailedError atTheirLine(
      AssertionFailedError failure, CriterionResult result) {
    Feedback feedback = result.feedback();
    Location location = feedback == null ? null : feedback.location();
    failure.setStackTrace(
        location == null
            ? new StackTraceElement[0]
            : new StackTraceElement[] {
              new StackTraceElement(
                  "dev.kafkalab.lab", "", Objects.requireNonNull(location).file(), location.line())
            });
    return failure;
  }
}
