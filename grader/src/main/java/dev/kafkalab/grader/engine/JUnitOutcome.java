package dev.kafkalab.grader.engine;

import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.FeedbackText;
import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.rubric.Outcome;
import dev.kafkalab.grader.rubric.Outcome.Blocked;
import dev.kafkalab.grader.rubric.Outcome.Failed;
import dev.kafkalab.grader.rubric.Outcome.Infrastructure;
import dev.kafkalab.grader.rubric.Outcome.NotAttempted;
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
    Outcome outcome = result.outcome();
    if (outcome instanceof NotAttempted) {
      throw new TestAbortedException(text);
    }
    if (outcome instanceof Blocked blocked) {
      throw atTheirLine("blocked by " + blocked.blocker() + "\n" + text, blocked.feedback());
    }
    if (outcome instanceof Failed failed) {
      throw atTheirLine("\n" + text, failed.feedback());
    }
    if (outcome instanceof Infrastructure) {
      throw new IllegalStateException("The grader itself failed: " + text);
    }
  }

  private static String text(@Nullable Feedback feedback) {
    return feedback == null ? "" : String.join("\n", FeedbackText.lines(feedback));
  }

  /**
   * The grader's own frames say nothing to a student; an IDE makes a link of the line that is
   * theirs.
   */
  private static AssertionFailedError atTheirLine(String text, Feedback feedback) {
    AssertionFailedError failure = new AssertionFailedError(text);
    Location location = feedback.location();
    failure.setStackTrace(
        location == null
            ? new StackTraceElement[0]
            : new StackTraceElement[] {
              new StackTraceElement("dev.kafkalab.lab", "", location.file(), location.line())
            });
    return failure;
  }
}
