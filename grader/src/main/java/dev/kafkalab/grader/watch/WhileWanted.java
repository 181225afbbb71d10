package dev.kafkalab.grader.watch;

import dev.kafkalab.grader.engine.Cancellation;
import dev.kafkalab.grader.engine.GradingListener;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.grade.GradedSubmission;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Passes on what a grading says, until it is cancelled: what it says then means nothing. */
record WhileWanted(
    GradingListener shown, Consumer<CriterionResult> results, Cancellation cancellation)
    implements GradingListener {

  @Override
  public void began(Supplier<Map<String, String>> waits) {
    shown.began(waits);
  }

  @Override
  public void judged(CriterionResult result, Supplier<GradedSubmission> soFar) {
    if (!cancellation.isCancelled()) {
      results.accept(result);
      shown.judged(result, soFar);
    }
  }

  @Override
  public void ended(GradedSubmission graded) {
    shown.ended(graded);
  }
}
