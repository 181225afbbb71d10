package dev.kafkalab.grader.feedback;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to the records of a consumer or group, one step after the other.
 *
 * @param steps oldest first
 */
public record Timeline(List<Step> steps) {

  /** Nothing to tell. */
  public static final Timeline EMPTY = new Timeline(List.of());

  /** Copies the steps, so that a timeline never changes. */
  public Timeline {
    steps = List.copyOf(steps);
  }

  /** What a step did. */
  public enum Kind {
    /** A poll returned records. */
    READ("read"),
    /** The handler was given events and has returned from them. */
    HANDLED("handled"),
    /** The handler was given an event and the grader did not let it return. */
    HELD("held"),
    /** The handler threw, as the grader told it to. */
    REFUSED("refused"),
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

    Kind(String word) {
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
   * @param actor which run or member took it, such as {@code member 2}; empty where there is one
   * @param kind what it did
   * @param partition of which partition; -1 where it is about none
   * @param from the first offset; -1 where it is about none
   * @param to the last offset, or the same
   * @param location the student's line that took it, where known
   * @param wrong why the step was wrong; null where it was not
   */
  public record Step(
      String actor,
      Kind kind,
      int partition,
      long from,
      long to,
      @Nullable Location location,
      @Nullable String wrong) {}
}
