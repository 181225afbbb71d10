package dev.kafkalab.grader.feedback;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells a student why a criterion came out as it did.
 *
 * @param message what was expected and what happened, in one or two sentences
 * @param hint what to do next, without the code that does it; empty where there is nothing to do,
 *     or nothing but what the misconception's hint says
 * @param location the line of theirs that it is about, where one is known
 * @param facts what was seen in this run
 * @param misconception the belief behind it, where it is one of the catalogue
 * @param timeline what happened one after the other; empty where that says nothing
 */
public record Feedback(
    String message,
    String hint,
    @Nullable Location location,
    List<Fact> facts,
    @Nullable Misconception misconception,
    Timeline timeline) {

  /** Copies the facts, so that feedback never changes. */
  public Feedback {
    facts = List.copyOf(facts);
  }

  /** Makes feedback that names no misconception and has no timeline. */
  public Feedback(String message, String hint, @Nullable Location location, List<Fact> facts) {
    this(message, hint, location, facts, null, Timeline.EMPTY);
  }

  /** Starts feedback that has no location. */
  public static Feedback of(String message, String hint, Fact... facts) {
    return new Feedback(message, hint, null, List.of(facts));
  }

  /** Returns what to do next: its own hint, or else the misconception's; empty where none is. */
  public String advice() {
    return hint.isEmpty() && misconception != null ? misconception.hint() : hint;
  }

  /** Returns the same feedback about this line; null leaves it as it is. */
  public Feedback at(@Nullable Location where) {
    return where == null
        ? this
        : new Feedback(message, hint, where, facts, misconception, timeline);
  }

  /** Returns the same feedback with the name of the belief behind it. */
  public Feedback because(Misconception belief) {
    return new Feedback(message, hint, location, facts, belief, timeline);
  }

  /** Returns the same feedback with these facts after its own. */
  public Feedback and(List<Fact> more) {
    List<Fact> all = Stream.concat(facts.stream(), more.stream()).toList();
    return new Feedback(message, hint, location, all, misconception, timeline);
  }

  /** Returns the same feedback with what happened one after the other. */
  public Feedback with(Timeline events) {
    return new Feedback(message, hint, location, facts, misconception, events);
  }
}
