package dev.kafkalab.grader.studentvm.process;

import dev.kafkalab.grader.wire.Bounds;

/**
 * Counts what the student's code has the grader remember: its calls of the handler and of the
 * delivery listener.
 */
public final class Allowance {

  private int calls;
  private long bytes;

  /**
   * Takes a call.
   *
   * @param length of its line
   * @return whether there is room for it
   */
  public boolean take(int length) {
    calls++;
    bytes += length;
    return calls <= Bounds.MOST_CALLS && bytes <= Bounds.MOST_CALL_BYTES;
  }
}
