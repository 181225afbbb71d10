package dev.kafkalab.grader.feedback;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells a student why a criterion came out as it did.
 *
 * @param message what was expected and what happened, in one or two sentences
 * @param hint what to do next, without the code that does it; empty where there is nothing to do
 * @param location the line of theirs that it is about, where one is known
 * @param facts what was seen in this run
 */
public record Feedback(String message, String hint, @Nullable Location location, List<Fact> facts) {

  /** Copies the facts, so that feedback never changes. */
  public Feedback {
    facts = List.copyOf(facts);
  }

  /** Starts feedback that has no location. */
  public static Feedback of(String message, String hint, Fact... facts) {
    return new Feedback(message, hint, null, List.of(facts));
  }

  /** Returns the same feedback about this line; null leaves it as it is. */
  public Feedback at(@Nullable Location where) {
    return where == null ? this : new Feedback(message, hint, where, facts);
  }
}
