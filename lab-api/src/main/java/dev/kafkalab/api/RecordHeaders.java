package dev.kafkalab.api;

/**
 * Names the record headers (challenges). Each value is UTF-8 text; numbers are written in decimal
 * digits.
 */
public final class RecordHeaders {

  /** On each event's record: the program that sent it. */
  public static final String SOURCE = "source";

  /** On each event's record: the version of the value's format. */
  public static final String VERSION = "version";

  /** On a dead letter: why the record is not an event. */
  public static final String DEAD_LETTER_REASON = "dead-letter-reason";

  /** On a dead letter: the topic that the record was read from. */
  public static final String DEAD_LETTER_TOPIC = "dead-letter-topic";

  /** On a dead letter: the partition that the record was read from. */
  public static final String DEAD_LETTER_PARTITION = "dead-letter-partition";

  /** On a dead letter: the record's offset in that partition. */
  public static final String DEAD_LETTER_OFFSET = "dead-letter-offset";

  private RecordHeaders() {}
}
