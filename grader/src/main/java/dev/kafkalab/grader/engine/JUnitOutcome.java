package dev.kafkalab.grader.engine;

import dev.kafkalab.grader.feedback.DeadText;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.FeedbackText;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.rubric.Outcome;
import dev.kafkalab.grader.rubric.Outcome.Blocked;
import dev.kafkalab.grader.rubric.Outcome.Failed;
import dev.kafkalab.grader.rubric.Outcome.Infrastructure;
import dev.kafkalab.grader.rubric.Outcome.NotAttempted;
import org.jspecify.annotations.Nullable;
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
      String blocker = "blocked by " + blocked.blocker();
      throw new CriterionFailure(blocker, blocker + "\n" + text, blocked.feedback().location());
    }
    if (outcome instanceof Failed failed) {
      Feedback feedback = failed.feedback();
      throw new CriterionFailure(
          DeadText.ofConsole(DeadText.of(feedback.message())), text, feedback.location());
    }
    if (outcome instanceof Infrastructure) {
      throw new IllegalStateException("The grader itself failed: " + text);
    }
  }

  private static String text(@Nullable Feedback feedback) {
    return feedback == null ? "" : String.join("\n", FeedbackText.lines(feedback));
  }
}
