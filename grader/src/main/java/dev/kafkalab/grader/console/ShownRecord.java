package dev.kafkalab.grader.console;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/**
 * A record as the page shows it.
 *
 * @param timestamp milliseconds since the epoch
 * @param appended whether the broker set the timestamp, and not the producer
 * @param user whose event it is, if its value says so
 * @param type what was done, if its value says so
 * @param fault why its value is not an event of the lab; null if it is one
 */
record ShownRecord(
    int partition,
    long offset,
    long timestamp,
    boolean appended,
    @Nullable ShownBytes key,
    @Nullable ShownBytes value,
    List<ShownHeader> headers,
    @Nullable String user,
    @Nullable String type,
    @Nullable String fault) {

  /** A longer value is cut: nobody reads on, and a browser would have to lay it out. */
  static final int MOST_OF_VALUE = 20_000;

  private static final int MOST_OF_KEY = 1_000;
  private static final int MOST_HEADERS = 50;

  /** One of a record's headers. */
  record ShownHeader(String name, @Nullable ShownBytes value) {}

  /**
   * Shows a record.
   *
   * @param mostOfValue how many characters of its value at most
   */
  static ShownRecord of(ConsumerRecord<byte[], byte @Nullable []> read, int mostOfValue) {
    EventReading event = EventReading.of(read.value());
    return new ShownRecord(
        read.partition(),
        read.offset(),
        read.timestamp(),
        read.timestampType() == TimestampType.LOG_APPEND_TIME,
        ShownBytes.of(read.key(), MOST_OF_KEY),
        ShownBytes.of(read.value(), mostOfValue),
        headers(read),
        event.user(),
        event.type(),
        event.fault());
  }

  private static List<ShownHeader> headers(ConsumerRecord<?, ?> read) {
    List<ShownHeader> headers = new ArrayList<>();
    for (Header header : read.headers()) {
      if (headers.size() == MOST_HEADERS) {
        break;
      }
      String name = header.key();
      headers.add(
          new ShownHeader(
              name.substring(0, Math.min(name.length(), MOST_OF_KEY)),
              ShownBytes.of(header.value(), MOST_OF_KEY)));
    }
    return headers;
  }

  /** Returns how many characters of it have no bound that is small. */
  int size() {
    return value == null ? 0 : value.text().length();
  }
}
