package dev.kafkalab.grader.studentvm.process;

import dev.kafkalab.grader.wire.Bounds;

/**
 * Counts what the student's code has the grader read and remember: its calls of the handler and of
 * the delivery listener, and whatever else it may write into the pipe.
 */
public final class Allowance {

  private int messages;
  private int calls;
  private long bytes;
  private long values;

  /** Takes a message of any kind; returns whether there may be so many. */
  public boolean takeMessage() {
    messages++;
    return messages <= Bounds.MOST_MESSAGES;
  }

  /**
   * Takes a call.
   *
   * @param length of its line
   * @param values in it
   * @return whether there is room for it
   */
  public boolean takeCall(int length, int values) {
    calls++;
    bytes += length;
    this.values += values;
    return calls <= Bounds.MOST_CALLS
        && bytes <= Bounds.MOST_CALL_BYTES
        && this.values <= Bounds.MOST_CALL_VALUES;
  }
}
