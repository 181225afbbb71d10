package dev.kafkalab.grader.cli.process;

import dev.kafkalab.grader.grade.GradedSubmission;

/** What the process returns: scripts rely on these numbers. */
public enum ExitCode {
  /** Graded, whatever the score. */
  GRADED(0),
  /** Graded, with fewer points than {@code --fail-under} requires. */
  BELOW(1),
  /** Invalid command line. */
  USAGE(2),
  /** The submission cannot be run; a full report was written nevertheless. */
  NOT_GRADABLE(3),
  /** The grader failed: no score counts. */
  INFRASTRUCTURE(4);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /** Returns the number. */
  public int number() {
    return number;
  }

  /** Returns that of a graded submission; below the bound is only what has fewer points. */
  public static ExitCode of(GradedSubmission graded, int failUnder) {
    if (graded.grade().isIncomplete()) {
      return INFRASTRUCTURE;
    }
    if (!graded.isGradable()) {
      return NOT_GRADABLE;
    }
    return graded.grade().score() < failUnder ? BELOW : GRADED;
  }
}
