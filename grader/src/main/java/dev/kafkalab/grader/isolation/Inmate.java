package dev.kafkalab.grader.isolation;

import java.util.Optional;

/** A process in a cell. */
public interface Inmate {

  /** Returns what was started: its pipes are the student's, and it ends when all in it has. */
  Process process();

  /** Returns the process that runs the student's code; empty while it does not exist yet. */
  Optional<ProcessHandle> student();

  /**
   * Returns how much memory it may have with all that it started, in bytes; 0 where the grader need
   * not see to that.
   */
  default long mostMemory() {
    return 0;
  }

  /** Kills it with all that it started, as {@code kill -9} does, without waiting for the end. */
  void kill();

  /** Kills what is left of all that it started, after its end. */
  void killOrphans();
}
