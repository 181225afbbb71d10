package dev.kafkalab.grader.feedback;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to the records of a consumer or group, step by step.
 *
 * @param steps oldest first
 */
public record Timeline(List<Step> steps) {

  /** No steps. */
  public static final Timeline EMPTY = new Timeline(List.of());

  /** Copies the steps, so that a timeline never changes. */
  public Timeline {
    steps = List.copyOf(steps);
  }

  /** What a step did. */
  public enum StepKind {
    /** A poll returned records. */
    READ("read"),
    /** The handler received events and returned. */
    HANDLED("handled"),
    /** The handler received an event, and the grader did not let it return. */
    HELD("held"),
    /** The handler threw, as the grader told it to. */
    REFUSED("failed"),
    /** An offset was committed; the offset is the next one to read. */
    COMMITTED("committed"),
    /** A member asked to be in the group. */
    JOINED("joined"),
    /** A member left the group. */
    LEFT("left"),
    /** The grader killed the JVM, as kill -9 does. */
    KILLED("killed"),
    /** The grader called stop(). */
    STOPPED("stop()"),
    /** run() was called. */
    STARTED("run()");

    private final String word;

    StepKind(String word) {
      this.word = word;
    }

    /** Returns the step's name in reports. */
    public String word() {
      return word;
    }
  }

  /**
   * One step.
   *
   * @param actor which run or member took it, such as {@code member 2}; empty if there is only one
   * @param kind what it did
   * @param partition its partition; -1 if it concerns none
   * @param from the first offset; -1 if it concerns none
   * @param to the last offset, or the same
   * @param location the student's line that took it, if known
   * @param wrong why the step was wrong; null if it was not
   */
  public record Step(
      String actor,
      StepKind kind,
      int partition,
      long from,
      long to,
      @Nullable Location location,
      @Nullable String wrong) {}
}
