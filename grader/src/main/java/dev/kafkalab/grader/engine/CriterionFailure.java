package dev.kafkalab.grader.engine;

import dev.kafkalab.grader.feedback.Location;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;

/**
 * Tells JUnit that a criterion failed: its message is one line, for lists of failures, and its
 * stack trace is all of the feedback.
 */
final class CriterionFailure extends AssertionFailedError {

  private static final long serialVersionUID = 1;

  private final String feedback;

  /**
   * Creates it.
   *
   * @param location the student's line, of which an IDE makes a link; the grader's own frames say
   *     nothing to a student
   */
  CriterionFailure(String message, String feedback, @Nullable Location location) {
    super(message);
    this.feedback = feedback;
    setStackTrace(
        location == null
            ? new StackTraceElement[0]
            : new StackTraceElement[] {
              new StackTraceElement("dev.kafkalab.lab", "", location.file(), location.line())
            });
  }

  /** What a stack trace begins with. */
  @Override
  @SuppressWarnings("OverrideThrowableToString") // the message is for lists, and shorter
  public String toString() {
    return feedback;
  }
}
