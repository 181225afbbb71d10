package dev.kafkalab.grader.studentvm;

import dev.kafkalab.grader.feedback.Location;
import org.jspecify.annotations.Nullable;

/**
 * Tells how a student's JVM ended.
 *
 * @param cause why it ended
 * @param exitCode what the process returned
 * @param exitedAt the student's line that called {@code System.exit}, where it did
 */
public record JvmEnd(Cause cause, int exitCode, @Nullable Location exitedAt) {

  private static final int SIGKILL_EXIT = 128 + 9;

  /** Returns whether the student's code had no part in it. */
  public boolean isOurs() {
    return cause == Cause.NEVER_READY || cause == Cause.GRADER_FAILED;
  }

  /**
   * Returns whether somebody else than the grader has killed it: the student's own code, or a
   * system that has run out of memory.
   */
  public boolean isKilledByOthers() {
    return cause == Cause.ENDED_ITSELF && exitCode == SIGKILL_EXIT;
  }

  /** Why a student's JVM ended. */
  public enum Cause {
    /**
     * The student's code called {@code System.exit} or {@code Runtime.halt}, or crashed the JVM.
     */
    ENDED_ITSELF,
    /** The heap was full: the JVM is told to end then, with exit code 3. */
    OUT_OF_MEMORY,
    /** It printed more than a solution could mean to, and the grader ended it. */
    FLOODED_OUTPUT,
    /** It computed with more threads than a machine can bear, and the grader ended it. */
    FLOODED_THREADS,
    /** It took more memory, with all that it started, than a machine can spare. */
    FLOODED_MEMORY,
    /** It called the handler or the listener far too often, and the grader ended it. */
    FLOODED_CALLS,
    /** It ended before any of the student's code could run: that is ours, or the machine's. */
    NEVER_READY,
    /** What reads from it failed on the grader's side. */
    GRADER_FAILED,
    /** The grader ended it because the criterion asked for that. */
    KILLED_BY_GRADER
  }
}
