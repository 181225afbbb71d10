package dev.kafkalab.grader.classrun.book;

import java.util.Locale;

/** What became of a participant in a run. */
public enum State {
  /** There is a result. */
  GRADED,
  /** What was handed in cannot be graded, and the reason is the student's to mend. */
  REFUSED,
  /** Nothing was handed in. */
  MISSING,
  /** The grader itself failed: no score counts. */
  FAILED,
  /** It is not graded yet. */
  PENDING;

  /** Returns the word for it in files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
