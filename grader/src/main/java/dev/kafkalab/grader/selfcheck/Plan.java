package dev.kafkalab.grader.selfcheck;

import dev.kafkalab.grader.zoo.KnownSubmission;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is to be graded.
 *
 * @param kind why
 * @param trials each grading
 * @param seed what the trials were drawn from
 */
public record Plan(Kind kind, List<Trial> trials, long seed) {

  /** Why known submissions are graded. */
  public enum Kind {
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
   * Returns the places of the trials in the order in which they are best begun: each kind of
   * submission is spread over all the time, for right ones compute while wrong ones wait.
   */
  List<Integer> turns() {
    List<Integer> places = IntStream.range(0, trials.size()).boxed().toList();
    if (kind == Kind.SOAK) {
      return places; // they take turns already, as they were drawn
    }
    Map<Integer, Double> shares = new HashMap<>();
    places.stream()
        .collect(Collectors.groupingBy(place -> trials.get(place).submission().kind()))
        .values()
        .forEach(
            alike -> {
              for (int i = 0; i < alike.size(); i++) {
                shares.put(alike.get(i), (double) i / alike.size());
              }
            });
    return places.stream().sorted(Comparator.comparing(shares::get)).toList();
  }

  /**
   * Plans to grade each submission once.
   *
   * @param whole whether by all criteria that can see what is special about it
   */
  public static Plan selfcheck(List<KnownSubmission> submissions, boolean whole, long seed) {
    return new Plan(
        Kind.SELFCHECK,
        submissions.stream().map(submission -> Trial.of(submission, whole, seed)).toList(),
        seed);
  }
}
