package dev.kafkalab.grader.feedback;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Explains to a student why a criterion ended as it did.
 *
 * @param message what was expected and what happened, in one or two sentences
 * @param hint what to do next, without the code that does it; empty if there is nothing to do, or
 *     if the misconception's hint says it all
 * @param location the student's line that it is about, if known
 * @param facts what was seen in this run
 * @param misconception the misconception behind it, if it is in the catalogue
 * @param timeline what happened, step by step; empty if that explains nothing
 */
public record Feedback(
    String message,
    String hint,
    @Nullable Location location,
    List<Fact> facts,
    @Nullable Misconception misconception,
    Timeline timeline) {

  /**
   * Copies the facts, so that feedback never changes, and puts the message on one line that ends
   * with one full stop.
   */
  public Feedback {
    message = FullStop.once(Visible.in(message));
    facts = List.copyOf(facts);
  }

  /** Creates feedback without a misconception and a timeline. */
  public Feedback(String message, String hint, @Nullable Location location, List<Fact> facts) {
    this(message, hint, location, facts, null, Timeline.EMPTY);
  }

  /** Creates feedback without a location. */
  public static Feedback of(String message, String hint, Fact... facts) {
    return new Feedback(message, hint, null, List.of(facts));
  }

  /** Returns what to do next: its own hint, or else the misconception's; empty if there is none. */
  public String advice() {
    return hint.isEmpty() && misconception != null ? misconception.hint() : hint;
  }

  /** Returns the same feedback with this line; null leaves it as it is. */
  public Feedback at(@Nullable Location where) {
    return where == null
        ? this
        : new Feedback(message, hint, where, facts, misconception, timeline);
  }

  /** Returns the same feedback with the misconception behind it. */
  public Feedback because(Misconception belief) {
    return new Feedback(message, hint, location, facts, belief, timeline);
  }

  /** Returns the same feedback with these facts added. */
  public Feedback and(List<Fact> more) {
    List<Fact> all = Stream.concat(facts.stream(), more.stream()).toList();
    return new Feedback(message, hint, location, all, misconception, timeline);
  }

  /** Returns the same feedback with a timeline. */
  public Feedback with(Timeline events) {
    return new Feedback(message, hint, location, facts, misconception, events);
  }
}
