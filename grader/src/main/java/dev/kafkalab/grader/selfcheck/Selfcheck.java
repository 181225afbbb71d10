package dev.kafkalab.grader.selfcheck;

import dev.kafkalab.grader.engine.BrokerChoice;
import dev.kafkalab.grader.engine.Grader;
import dev.kafkalab.grader.engine.GradingRequest;
import dev.kafkalab.grader.engine.LabRubric;
import dev.kafkalab.grader.engine.WorkFolder;
import dev.kafkalab.grader.rubric.CriterionInfo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Grades known submissions, several at a time.
 *
 * @param reference the folder of the reference solution, which they are made of
 * @param broker which Kafka to use
 * @param atOnce how many are graded at a time
 * @param load how many busy loops compete meanwhile
 */
public record Selfcheck(Path reference, BrokerChoice broker, int atOnce, int load) {

  /** Is told how it goes, on several threads. */
  public interface Listener {

    /** Tells that one is done, in any order. */
    void checked(Checked checked);
  }

  /**
   * Grades them and returns when nothing is left running.
   *
   * @param seed what the trials were drawn from
   * @throws dev.kafkalab.grader.zoo.StaleChange where one no longer fits the reference
   */
  public Certificate run(List<Trial> trials, long seed, Listener listener) {
    long start = System.nanoTime();
    ExecutorService workers = Executors.newFixedThreadPool(atOnce);
    try {
      List<Future<Checked>> running =
          trials.stream().map(trial -> workers.submit(() -> check(trial, listener))).toList();
      List<Checked> checked = new ArrayList<>();
      for (Future<Checked> each : running) {
        checked.add(resultOf(each));
      }
      return new Certificate(
          checked,
          LabRubric.criteria().stream().map(CriterionInfo::id).toList(),
          seed,
          Duration.ofNanos(System.nanoTime() - start),
          Circumstances.here(load));
    } finally {
      workers.shutdownNow();
    }
  }

  private Checked check(Trial trial, Listener listener) {
    WorkFolder folder = new WorkFolder();
    try {
      Path copy = folder.path().resolve(trial.submission().id());
      trial.submission().write(reference, copy);
      GradingRequest request =
          new GradingRequest(copy, trial.criteria(), broker, trial.seed(), false);
      Checked checked = Checked.of(trial, Grader.grade(request, result -> {}));
      listener.checked(checked);
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
