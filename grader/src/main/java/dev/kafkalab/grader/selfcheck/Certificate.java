package dev.kafkalab.grader.selfcheck;

import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The results of grading the known submissions.
 *
 * @param kind why they were graded
 * @param checked each of them, in the zoo's order
 * @param order the criteria's ids, in the rubric's order
 * @param seed what their seeds were drawn from
 * @param duration how long it all took
 * @param circumstances when and where
 */
public record Certificate(
    Plan.Extent kind,
    List<Checked> checked,
    List<String> order,
    long seed,
    Duration duration,
    Circumstances circumstances) {

  /** Copies the lists, so that a certificate never changes. */
  public Certificate {
    checked = List.copyOf(checked);
    order = List.copyOf(order);
  }

  /** Returns whether every verdict and all required feedback is right. */
  public boolean holds() {
    return checked.stream().allMatch(Checked::isRight);
  }

  /** Returns how often each verdict was given, for each criterion that was judged. */
  public Map<String, Map<Verdict, Integer>> matrix() {
    Map<String, Map<Verdict, Integer>> matrix = new LinkedHashMap<>();
    for (String criterion : order) {
      Map<Verdict, Integer> row = new EnumMap<>(Verdict.class);
      checked.stream()
          .flatMap(each -> each.judgements().stream())
          .filter(judgement -> judgement.criterion().equals(criterion))
          .forEach(judgement -> row.merge(judgement.verdict(), 1, Integer::sum));
      if (!row.isEmpty()) {
        matrix.put(criterion, row);
      }
    }
    return matrix;
  }

  /** Returns how often a verdict was given, in all. */
  public int count(Verdict verdict) {
    return (int)
        checked.stream()
            .flatMap(each -> each.judgements().stream())
            .filter(judgement -> judgement.verdict() == verdict)
            .count();
  }
}
