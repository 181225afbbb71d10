package dev.kafkalab.grader.zoo;

import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.rubric.OutcomeKind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a criterion must end.
 *
 * @param outcome the outcome
 * @param points the points that it must still give; null if that is not specified
 */
public record Expectation(OutcomeKind outcome, @Nullable Integer points) {

  /** The default. */
  public static final Expectation PASSED = new Expectation(OutcomeKind.PASSED, null);

  /**
   * Reads {@code FAILED}, or {@code FAILED 6} if six points must be left.
   *
   * @throws IllegalArgumentException if it is neither
   */
  static Expectation parse(String text) {
    String[] words = text.strip().split("\\s+", -1);
    if (words.length > 2) {
      throw new IllegalArgumentException("'%s' is not an outcome with points".formatted(text));
    }
    return new Expectation(
        OutcomeKind.valueOf(words[0]), words.length == 1 ? null : Integer.valueOf(words[1]));
  }

  /** Returns whether a criterion ended like this. */
  public boolean isMetBy(CriterionResult result) {
    return result.kind() == outcome && (points == null || points == result.points());
  }

  @Override
  public String toString() {
    return points == null
        ? outcome.toString()
        : String.format(Locale.ROOT, "%s with %d points", outcome, points);
  }
}
