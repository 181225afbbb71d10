package dev.kafkalab.grader.engine;

import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.grade.GradedSubmission;
import java.util.Map;
import java.util.function.Supplier;

/** Is told how a grading goes, from several threads. */
@FunctionalInterface
public interface GradingListener {

  /**
   * Notes that a criterion has ended.
   *
   * @param soFar adds up what was found so far
   */
  void judged(CriterionResult result, Supplier<GradedSubmission> soFar);

  /**
   * Notes that a grading begins.
   *
   * @param waits returns, whenever it is asked, what each running criterion waits for, by its id
   */
  default void began(Supplier<Map<String, String>> waits) {}

  /** Notes that the grading has ended, and with it all that it started. */
  default void ended(GradedSubmission graded) {}
}
