package dev.kafkalab.grader.selfcheck;

import dev.kafkalab.grader.engine.LabRubric;
import dev.kafkalab.grader.rubric.CriterionInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Collects what is done of a plan, from several threads. */
final class Tally {

  private final Plan plan;
  private final Circumstances circumstances;
  private final long start = System.nanoTime();
  private final List<Checked> done = new ArrayList<>();
  private volatile boolean interrupted;

  Tally(Plan plan, Circumstances circumstances) {
    this.plan = plan;
    this.circumstances = circumstances;
  }

  /** What is being graded now ends because this process does: that is no verdict. */
  void interrupt() {
    interrupted = true;
  }

  /** One at a time, so that what a listener is told grows. */
  synchronized void add(Checked checked, Selfcheck.Listener listener) {
    if (interrupted) {
      return;
    }
    done.add(checked);
    listener.checked(checked, certify(done));
  }

  Certificate certify(List<Checked> checked) {
    return new Certificate(
        plan.kind(),
        checked,
        LabRubric.criteria().stream().map(CriterionInfo::id).toList(),
        plan.seed(),
        Duration.ofNanos(System.nanoTime() - start),
        circumstances);
  }
}
