package dev.kafkalab.grader.doctor;

/**
 * What was found of one thing that the lab needs.
 *
 * @param name the thing, in a word or two
 * @param found what is there, in one line
 * @param advice what is lost without it, and what to type; empty if there is nothing to do
 */
public record Finding(String name, State state, String found, String advice) {

  /** Whether it is there. */
  public enum State {
    /** All that needs it works. */
    FINE,
    /** A grading runs without it; something else does not. */
    LIMITED,
    /** Nothing can be graded without it. */
    MISSING
  }

  static Finding fine(String name, String found) {
    return new Finding(name, State.FINE, found, "");
  }

  static Finding limited(String name, String found, String advice) {
    return new Finding(name, State.LIMITED, found, advice);
  }

  static Finding missing(String name, String found, String advice) {
    return new Finding(name, State.MISSING, found, advice);
  }
}
