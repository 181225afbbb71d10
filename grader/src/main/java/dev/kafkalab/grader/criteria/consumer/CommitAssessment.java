package dev.kafkalab.grader.criteria.consumer;

import dev.kafkalab.grader.criteria.stage.CommitFeedback;
import dev.kafkalab.grader.criteria.trace.CommitHistory;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The three rules for committing offsets, each worth its own points.
 *
 * @param tooEarly describes the first commit of what was not handled; null if there is none
 * @param automatic whether auto-commit is on
 * @param tooLate describes what was not committed in time while running; null if everything was
 */
record CommitAssessment(
    @Nullable Feedback tooEarly, boolean automatic, @Nullable Feedback tooLate) {

  private static final int AUTO_COMMIT_OFF = 1;
  private static final int NOTHING_TOO_EARLY = 6;
  private static final int WHILE_RUNNING = 3;

  boolean holds() {
    return tooEarly == null && !automatic && tooLate == null;
  }

  int points() {
    return (automatic ? 0 : AUTO_COMMIT_OFF)
        + (tooEarly == null ? NOTHING_TOO_EARLY : 0)
        + (tooLate == null ? WHILE_RUNNING : 0);
  }

  /** Describes the part whose failure costs most in production, and names the others. */
  Feedback feedback(CommitHistory history) {
    List<String> others = new ArrayList<>();
    if (automatic) {
      others.add("auto-commit is on");
    }
    if (tooLate != null) {
      others.add("not everything was committed by hand while running");
    }
    if (tooEarly != null) {
      return CommitFeedback.besides(tooEarly, others);
    }
    if (automatic) {
      others.remove(0);
      return CommitFeedback.besides(CommitFeedback.automatic(history), others)
          .with(tooLate == null ? Timeline.EMPTY : tooLate.timeline());
    }
    return Objects.requireNonNull(tooLate);
  }
}
