package dev.kafkalab.grader.rules;

import dev.kafkalab.grader.rubric.CriterionId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the lab demands.
 *
 * @param id its name, such as {@code commit-after-handling}
 * @param says the sentences that demand it, word for word, by the file in which they stand; the
 *     first is the one to quote
 * @param judgedBy the criteria that find out whether it is kept
 * @param brokenBy the known submissions that break this rule and no other
 * @param unjudged why no criterion judges it, or why no submission can break it alone; null if
 *     neither is so
 */
public record Rule(
    String id,
    Map<String, List<String>> says,
    List<CriterionId> judgedBy,
    List<String> brokenBy,
    @Nullable String unjudged) {

  /** Returns the sentence to quote. */
  public String words() {
    return says.values().iterator().next().get(0);
  }

  /** Returns the file in which that sentence stands. */
  public String place() {
    return says.keySet().iterator().next();
  }

  /** Returns why it is not judged, or not judged by itself; empty if it is. */
  public Optional<String> reason() {
    return Optional.ofNullable(unjudged);
  }
}
