package dev.kafkalab.grader.mutation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Judges mutants, several at a time, and goes on where an earlier run was stopped.
 *
 * @param reference the folder of the reference solution
 * @param equivalents those that need not be judged
 * @param file where results are kept
 * @param again what became of those that are judged once more
 * @param seed what the seed of each grading is drawn from
 */
public record MutationRun(
    Path reference, Equivalents equivalents, JudgedFile file, Set<Fate> again, long seed) {

  private static final int SEEDS = 1_000_000;

  /** As many as run side by side without waiting for each other. */
  private static final int LIKELY = 3;

  /** Is told about the progress, on several threads. */
  public interface Listener {

    /** Reports that a mutant was judged just now. */
    void judged(Judged judged);
  }

  /** Copies the set, so that a run never changes. */
  public MutationRun {
    again = Set.copyOf(again);
  }

  /** Returns those of the mutants that still have to be judged. */
  public List<Mutant> open(List<Mutant> mutants) {
    return mutants.stream().filter(mutant -> known(mutant).isEmpty()).toList();
  }

  /** One that was noticed is not equivalent, whatever the list says. */
  private Optional<Judged> known(Mutant mutant) {
    Optional<Judged> before = file.of(mutant);
    return before
        .filter(judged -> judged.fate() == Fate.KILLED)
        .or(() -> equivalent(mutant))
        .or(() -> before)
        .filter(judged -> !again.contains(judged.fate()));
  }

  private Optional<Judged> equivalent(Mutant mutant) {
    return equivalents
        .reasonOf(mutant)
        .map(reason -> Judged.of(mutant, Fate.EQUIVALENT, reason, 0));
  }

  /**
   * Judges the mutants, and returns what became of each, in their order.
   *
   * @param atOnce how many are judged at a time
   */
  public List<Judged> run(List<Mutant> mutants, int atOnce, Listener listener) {
    ExecutorService workers = Executors.newFixedThreadPool(atOnce);
    try {
      List<Future<Judged>> running =
          mutants.stream().map(mutant -> workers.submit(() -> judge(mutant, listener))).toList();
      List<Judged> all = new ArrayList<>();
      for (Future<Judged> each : running) {
        all.add(each.get());
      }
      return all;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      workers.shutdownNow();
    }
  }

  private Judged judge(Mutant mutant, Listener listener) {
    Optional<Judged> known = known(mutant);
    if (known.isPresent()) {
      return known.get();
    }
    long own = new Random(seed ^ mutant.id().hashCode()).nextInt(SEEDS);
    List<String> likely = file.bestOf(mutant.file(), LIKELY);
    Judged judged = new MutantTrial(mutant, reference, likely, own).judge();
    file.add(judged);
    Judged listed = judged.fate() == Fate.SURVIVED ? equivalent(mutant).orElse(judged) : judged;
    listener.judged(listed);
    return listed;
  }
}
