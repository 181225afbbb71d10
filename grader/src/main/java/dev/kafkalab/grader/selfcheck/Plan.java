package dev.kafkalab.grader.selfcheck;

import dev.kafkalab.grader.zoo.KnownSubmission;
import java.util.List;
import java.util.Locale;

/**
 * What is to be graded.
 *
 * @param kind why
 * @param trials each grading
 * @param seed what the trials were drawn from
 */
public record Plan(Extent kind, List<Trial> trials, long seed) {

  /** Why known submissions are graded. */
  public enum Extent {
    /** Each once, to see whether the verdicts are right. */
    SELFCHECK,
    /** Again and again, to see whether the verdicts stay the same. */
    SOAK;

    /** Returns the command that does it, which is also its name in JSON. */
    public String command() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Copies the trials, so that a plan never changes. */
  public Plan {
    trials = List.copyOf(trials);
  }

  /**
   * Plans to grade each submission once.
   *
   * @param whole whether by all criteria that its change can affect
   */
  public static Plan selfcheck(List<KnownSubmission> submissions, boolean whole, long seed) {
    return new Plan(
        Extent.SELFCHECK,
        submissions.stream().map(submission -> Trial.of(submission, whole, seed)).toList(),
        seed);
  }
}
