package dev.kafkalab.grader.selfcheck;

import dev.kafkalab.grader.zoo.KnownSubmission;
import java.util.Random;
import java.util.Set;

/**
 * One grading of a known submission.
 *
 * @param submission what is graded
 * @param criteria which criteria judge it; empty for all
 * @param seed what its events are drawn from
 */
public record Trial(KnownSubmission submission, Set<String> criteria, long seed) {

  private static final int SEEDS = 1_000_000;

  /** Copies the criteria, so that a trial never changes. */
  public Trial {
    criteria = Set.copyOf(criteria);
  }

  /**
   * Makes a trial with the criteria that concern the submission.
   *
   * @param whole whether it is judged by all criteria that its change can affect
   * @param seed of all trials: the same gives the same for the same submission
   */
  public static Trial of(KnownSubmission submission, boolean whole, long seed) {
    long own = new Random(seed ^ submission.id().hashCode()).nextInt(SEEDS);
    return new Trial(submission, submission.criteria(whole), own);
  }
}
