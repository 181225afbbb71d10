package dev.kafkalab.grader.selfcheck;

import dev.kafkalab.grader.engine.LabRubric;
import dev.kafkalab.grader.rubric.CriterionInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Collects the finished gradings of a plan, from several threads. */
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

  /** The current gradings end because this process does: they give no verdict. */
  void interrupt() {
    interrupted = true;
  }

  /** One at a time, so that each report to the listener includes the one before. */
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
