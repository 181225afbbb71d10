package dev.kafkalab.grader.criteria.trace;

import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.feedback.Timeline.Step;
import dev.kafkalab.grader.feedback.Timeline.StepKind;
import org.jspecify.annotations.Nullable;

/**
 * A step and when it was seen.
 *
 * @param nanos by {@link System#nanoTime()}
 */
public record Moment(long nanos, Step step) {

  /** Notes what the grader does now. */
  public static Moment now(StepKind kind) {
    return of(System.nanoTime(), kind);
  }

  /** Notes a step that is about no partition. */
  static Moment of(long nanos, StepKind kind) {
    return of(nanos, kind, -1, -1, -1, null);
  }

  static Moment of(
      long nanos, StepKind kind, int partition, long from, long to, @Nullable Location at) {
    return new Moment(nanos, new Step("", kind, partition, from, to, at, null));
  }

  /** Returns the same step by this actor. */
  Moment by(String actor) {
    return new Moment(nanos, changed(actor, step.to(), step.wrong()));
  }

  /** Returns the same step, marked as wrong. */
  Moment wrong(String why) {
    return new Moment(nanos, changed(step.actor(), step.to(), why));
  }

  /** Returns the same step up to another last offset. */
  Moment upTo(long last) {
    return new Moment(nanos, changed(step.actor(), last, step.wrong()));
  }

  private Step changed(String actor, long to, @Nullable String wrong) {
    return new Step(actor, step.kind(), step.partition(), step.from(), to, step.location(), wrong);
  }

  /** Values of nanoTime may be compared by their difference only. */
  int compareTime(Moment other) {
    return Long.signum(nanos - other.nanos);
  }
}
