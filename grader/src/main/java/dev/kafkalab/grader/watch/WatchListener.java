package dev.kafkalab.grader.watch;

import dev.kafkalab.grader.engine.GradingListener;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.grade.GradedSubmission;
import java.util.List;

/** Is told what a watch does. */
public interface WatchListener {

  /** Notes that files were saved: their paths below the submission's folder. */
  void saved(List<String> files);

  /**
   * Notes how many criteria are judged now: none if nothing of what was saved concerns one.
   *
   * @param asked how many are watched
   */
  void begins(int criteria, int asked);

  /** Returns who shows one grading; a watch may need two for what it has begun. */
  GradingListener grading();

  /** Notes how the criterion ended that the student works on, while others are still to come. */
  void workedOn(CriterionResult result);

  /**
   * Notes that all are judged: there is nothing more to do until a file is saved.
   *
   * @param standing all results, also those of earlier gradings
   */
  void ended(GradedSubmission standing);

  /** Notes why nothing can be run. */
  void refused(List<Feedback> problems);

  /** Notes that the grader itself failed; the next time may be better. */
  void failed(RuntimeException failure);
}
