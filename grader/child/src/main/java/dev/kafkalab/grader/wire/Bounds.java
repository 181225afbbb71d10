package dev.kafkalab.grader.wire;

/** How much a student's JVM can make the grader read, remember or forward. */
public final class Bounds {

  /**
   * The bytes of a line: the largest message is a call of the handler with an event of the largest
   * record that Kafka takes by default, 1 MiB.
   */
  public static final int LONGEST_LINE = 4 << 20;

  /**
   * Calls of the handler and the listener: a criterion publishes some hundred events, and a right
   * solution may try one ten times.
   */
  public static final int MOST_CALLS = 100_000;

  /** The bytes of those calls: four JVMs at a time leave room in the grader's heap. */
  public static final long MOST_CALL_BYTES = 24L << 20;

  /** The values in those calls: an empty list takes two bytes on the way and fifty in the heap. */
  public static final long MOST_CALL_VALUES = 2_000_000;

  /** The parts of one message, each a value, a name or a bracket: an event has some dozens. */
  public static final int MOST_TOKENS = 200_000;

  /** Messages of all kinds: beside calls and notes there is a reply to each request. */
  public static final int MOST_MESSAGES = 150_000;

  /**
   * The bytes of what is no message: a chatty solution prints kilobytes in a criterion, an endless
   * loop prints this in a second.
   */
  public static final long MOST_PRINTED_BYTES = 8L << 20;

  /** Notes of the recorder; the child writes no more, and the grader forgets those that follow. */
  public static final int MOST_NOTES = 4_000;

  /** Partitions that one note of the recorder names. */
  public static final int MOST_PARTITIONS = 64;

  /** Characters of a setting or a topic in a note of the recorder. */
  public static final int LONGEST_NOTED_TEXT = 300;

  private Bounds() {}
}
