package dev.kafkalab.lab;

import dev.kafkalab.api.NotAttempted;
import dev.kafkalab.api.UserEvent;
import org.jspecify.annotations.Nullable;

/** Converts events to JSON and back. */
final class UserEventJson {

  private UserEventJson() {}

  /**
   * Writes an event as one flat JSON object in UTF-8; the README shows one.
   *
   * <p>The timestamp is in seconds since the epoch, as a decimal number that is exact to the
   * millisecond. The fields of the data are on the same level as the event's own three.
   */
  static byte[] write(UserEvent event) {
    // TODO Task 2a: write user_id, event_type, timestamp, then the fields of the data.
    throw new NotAttempted(2, "write an event as JSON");
  }

  /**
   * Reads an event.
   *
   * <p>Read numbers with a decimal point as {@code BigDecimal}: amounts of money must stay exact.
   *
   * @param value the record's value, or null if the record has none
   * @throws MalformedEventException if the value is not a JSON object with a user_id and an
   *     event_type that are strings and a timestamp that is a number; no other exception is thrown,
   *     whatever the bytes are
   */
  static UserEvent read(byte @Nullable [] value) throws MalformedEventException {
    // TODO Task 3a: parse the bytes, check the three fields, and keep the rest as the data.
    throw new NotAttempted(3, "read an event from JSON");
  }
}
