package dev.kafkalab.grader.studentvm;

/**
 * Counts what the student's code has the grader remember: its calls of the handler and of the
 * delivery listener.
 */
final class Allowance {

  /** A criterion publishes some hundred events, and a right solution may try one ten times. */
  static final int MOST_CALLS = 100_000;

  /** Four JVMs at a time that go up to here leave room in the grader's heap. */
  static final long MOST_BYTES = 24L << 20;

  private int calls;
  private long bytes;

  /**
   * Takes a call.
   *
   * @param length of its line
   * @return whether there is room for it
   */
  boolean take(int length) {
    calls++;
    bytes += length;
    return calls <= MOST_CALLS && bytes <= MOST_BYTES;
  }
}
