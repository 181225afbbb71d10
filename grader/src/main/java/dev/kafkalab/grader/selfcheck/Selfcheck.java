package dev.kafkalab.grader.selfcheck;

import dev.kafkalab.grader.engine.BrokerChoice;
import dev.kafkalab.grader.engine.Grader;
import dev.kafkalab.grader.engine.GradingRequest;
import dev.kafkalab.grader.engine.LabRubric;
import dev.kafkalab.grader.engine.WorkFolder;
import dev.kafkalab.grader.rubric.CriterionInfo;
import dev.kafkalab.grader.zoo.KnownSubmission;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Grades known submissions, several at a time.
 *
 * @param reference the folder of the reference solution, which they are made of
 * @param broker which Kafka to use
 * @param whole whether each is judged by all criteria that can see what is special about it
 * @param seed what their seeds are drawn from
 * @param atOnce how many are graded at a time
 */
public record Selfcheck(Path reference, BrokerChoice broker, boolean whole, long seed, int atOnce) {

  /** Is told how it goes, on several threads. */
  public interface Listener {

    /** Tells that one is done, in any order. */
    void checked(Checked checked);
  }

  /**
   * Grades them and returns when nothing is left running.
   *
   * @throws dev.kafkalab.grader.zoo.StaleChange where one no longer fits the reference
   */
  public Certificate run(List<KnownSubmission> submissions, Listener listener) {
    long start = System.nanoTime();
    ExecutorService workers = Executors.newFixedThreadPool(atOnce);
    try {
      List<Future<Checked>> running =
          submissions.stream()
              .map(submission -> workers.submit(() -> check(submission, listener)))
              .toList();
      List<Checked> checked = new ArrayList<>();
      for (Future<Checked> each : running) {
        checked.add(resultOf(each));
      }
      return new Certificate(
          checked,
          LabRubric.criteria().stream().map(CriterionInfo::id).toList(),
          seed,
          Duration.ofNanos(System.nanoTime() - start));
    } finally {
      workers.shutdownNow();
    }
  }

  private Checked check(KnownSubmission submission, Listener listener) {
    WorkFolder folder = new WorkFolder();
    try {
      Path copy = folder.path().resolve(submission.id());
      submission.write(reference, copy);
      Set<String> criteria = submission.criteria(whole);
      GradingRequest request =
          new GradingRequest(copy, criteria, broker, seedOf(submission), false);
      Checked checked = Checked.of(submission, criteria, Grader.grade(request, result -> {}));
      listener.checked(checked);
      return checked;
    } finally {
      folder.delete();
    }
  }

  /** The same for the same submission, whichever others are graded beside it. */
  private long seedOf(KnownSubmission submission) {
    return new Random(seed ^ submission.id().hashCode()).nextInt(1_000_000);
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
