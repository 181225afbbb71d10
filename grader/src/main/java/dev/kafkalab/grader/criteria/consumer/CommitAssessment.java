package dev.kafkalab.grader.criteria.consumer;

import dev.kafkalab.grader.criteria.stage.CommitFeedback;
import dev.kafkalab.grader.criteria.trace.Chronicle;
import dev.kafkalab.grader.criteria.trace.CommitAudit.TooEarly;
import dev.kafkalab.grader.criteria.trace.CommitHistory;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Timeline;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The three rules for committing offsets, each worth its own points.
 *
 * @param tooEarly the first commit that came too early; null if there is none
 * @param automatic whether auto-commit is on
 * @param whileRunning whether something was committed while running
 */
record CommitAssessment(@Nullable TooEarly tooEarly, boolean automatic, boolean whileRunning) {

  private static final int AUTO_COMMIT_OFF = 2;
  private static final int NOTHING_TOO_EARLY = 4;
  private static final int WHILE_RUNNING = 4;

  boolean holds() {
    return tooEarly == null && !automatic && whileRunning;
  }

  int points() {
    return (automatic ? 0 : AUTO_COMMIT_OFF)
        + (tooEarly == null ? NOTHING_TOO_EARLY : 0)
        + (whileRunning ? WHILE_RUNNING : 0);
  }

  /**
   * Describes the part whose failure costs most in production, and names the others.
   *
   * @param partition one whose events were handled
   */
  Feedback feedback(CommitHistory history, Chronicle chronicle, TopicPartition partition) {
    List<String> others = new ArrayList<>();
    if (automatic) {
      others.add("auto-commit is on");
    }
    if (!whileRunning) {
      others.add("nothing was committed while running");
    }
    if (tooEarly != null) {
      return CommitFeedback.besides(CommitFeedback.tooEarly(tooEarly, history), others)
          .with(chronicle.committedTooEarly(tooEarly));
    }
    if (automatic) {
      others.remove(0);
      return CommitFeedback.besides(CommitFeedback.automatic(history), others)
          .with(whileRunning ? Timeline.EMPTY : chronicle.committedOnlyAtTheEnd(partition));
    }
    return CommitFeedback.onlyAtTheEnd(history).with(chronicle.committedOnlyAtTheEnd(partition));
  }
}
