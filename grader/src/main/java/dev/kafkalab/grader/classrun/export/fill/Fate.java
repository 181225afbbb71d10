package dev.kafkalab.grader.classrun.export.fill;

import dev.kafkalab.grader.classrun.book.State;

/** What became of a row of a sheet, or of a student who is in none. */
public enum Fate {
  /** The points are in the sheet. */
  FILLED,
  /** There are more points than the maximum. */
  CAPPED,
  /** The platform does not let its grade be changed. */
  HELD,
  /** Nothing was handed in. */
  MISSING,
  /** What was handed in cannot be graded. */
  REFUSED,
  /** The grader itself failed. */
  FAILED,
  /** It is not graded yet. */
  PENDING,
  /** Nobody of the run is meant. */
  STRANGER,
  /** Somebody has to decide who is meant. */
  QUESTION,
  /** A student of the run who has points is in no row. */
  ABSENT;

  /** Returns that of a student without points. */
  static Fate of(State state) {
    return switch (state) {
      case MISSING -> MISSING;
      case REFUSED -> REFUSED;
      case PENDING -> PENDING;
      // A report that cannot be read is the grader's fault.
      case FAILED, GRADED -> FAILED;
    };
  }

  /** Returns whether points are lost unless somebody does something. */
  public boolean needsDecision() {
    return switch (this) {
      case CAPPED, FAILED, PENDING, QUESTION, ABSENT -> true;
      case FILLED, HELD, MISSING, REFUSED, STRANGER -> false;
    };
  }
}
