package dev.kafkalab.grader.selfcheck;

import dev.kafkalab.grader.zoo.KnownSubmission;
import dev.kafkalab.grader.zoo.Proof;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Draws gradings to repeat: mostly of good submissions, some of bad ones. */
public final class Soak {

  private static final int SEEDS = 1_000_000;

  /** One in this many gradings is of a bad submission. */
  private static final int ONE_BAD_IN = 5;

  private Soak() {}

  /**
   * Draws gradings, each with its own seed. Good submissions take turns and are judged by all
   * criteria; bad ones by those that can see the fault.
   *
   * @param submissions what to draw from; without bad ones, all gradings are of good ones
   * @throws IllegalArgumentException if there is no good one
   */
  public static Plan draw(List<KnownSubmission> submissions, int runs, long seed) {
    Random random = new Random(seed);
    List<KnownSubmission> good = shuffled(submissions, Proof.GOOD, random);
    List<KnownSubmission> bad = shuffled(submissions, Proof.BAD, random);
    if (good.isEmpty()) {
      throw new IllegalArgumentException("there is no good submission to grade");
    }
    List<Trial> trials = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      boolean isBad = !bad.isEmpty() && run % ONE_BAD_IN == ONE_BAD_IN - 1;
      KnownSubmission submission =
          isBad ? bad.get(run / ONE_BAD_IN % bad.size()) : good.get(run % good.size());
      Set<String> criteria = isBad ? submission.criteria(true) : Set.of();
      trials.add(new Trial(submission, criteria, random.nextInt(SEEDS)));
    }
    return new Plan(Plan.Extent.SOAK, trials, seed);
  }

  private static List<KnownSubmission> shuffled(
      List<KnownSubmission> submissions, Proof kind, Random random) {
    List<KnownSubmission> chosen =
        new ArrayList<>(
            submissions.stream().filter(submission -> submission.kind() == kind).toList());
    Collections.shuffle(chosen, random);
    return chosen;
  }
}
