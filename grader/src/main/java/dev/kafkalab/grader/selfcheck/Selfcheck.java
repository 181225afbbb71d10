package dev.kafkalab.grader.selfcheck;

import dev.kafkalab.grader.engine.Grader;
import dev.kafkalab.grader.engine.GradingRequest;
import dev.kafkalab.grader.resources.BrokerChoice;
import dev.kafkalab.grader.resources.IsolationChoice;
import dev.kafkalab.grader.resources.Pace;
import dev.kafkalab.grader.resources.WorkFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Grades known submissions, several at a time.
 *
 * @param reference the folder of the reference solution, which they are derived from
 * @param broker which Kafka to use
 * @param isolation what keeps their code apart
 * @param atOnce how many are graded at a time
 * @param circumstances when and where this runs
 */
public record Selfcheck(
    Path reference,
    BrokerChoice broker,
    IsolationChoice isolation,
    int atOnce,
    Circumstances circumstances) {

  /** Is told about the progress, on several threads. */
  public interface Listener {

    /**
     * Reports that one is done, in any order.
     *
     * @param soFar all that are done, with this one
     */
    void checked(Checked checked, Certificate soFar);
  }

  /**
   * Grades them and returns when nothing is left running.
   *
   * @throws dev.kafkalab.grader.zoo.StaleChange if one no longer fits the reference
   */
  public Certificate run(Plan plan, Listener listener) {
    Tally tally = new Tally(plan, circumstances);
    Thread onInterrupt = new Thread(tally::interrupt, "end-selfcheck");
    Runtime.getRuntime().addShutdownHook(onInterrupt);
    ExecutorService workers = Executors.newFixedThreadPool(atOnce);
    try {
      List<Future<Checked>> running =
          plan.trials().stream()
              .map(trial -> workers.submit(() -> check(trial, paceOf(plan), tally, listener)))
              .toList();
      List<Checked> checked = new ArrayList<>();
      for (Future<Checked> each : running) {
        checked.add(resultOf(each));
      }
      return tally.certify(checked);
    } finally {
      workers.shutdownNow();
      forget(onInterrupt);
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // this JVM is ending, and the hook has run or is about to
    }
  }

  /** A soak grades as a student would, whatever that costs. */
  private Pace paceOf(Plan plan) {
    return plan.kind() == Plan.Extent.SELFCHECK && atOnce > 1 ? Pace.AMONG_OTHERS : Pace.ALONE;
  }

  private Checked check(Trial trial, Pace pace, Tally tally, Listener listener) {
    WorkFolder folder = new WorkFolder();
    try {
      Path copy = folder.path().resolve(trial.submission().id());
      trial.submission().write(reference, copy);
      GradingRequest request =
          new GradingRequest(copy, trial.criteria(), broker, trial.seed(), pace).in(isolation);
      Checked checked = Checked.of(trial, Grader.grade(request, (result, soFar) -> {}));
      tally.add(checked, listener);
      return checked;
    } finally {
      folder.delete();
    }
  }

  private static Checked resultOf(Future<Checked> running) {
    try {
      return running.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
