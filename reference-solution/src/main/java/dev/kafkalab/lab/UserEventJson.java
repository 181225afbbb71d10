package dev.kafkalab.lab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kafkalab.api.UserEvent;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Converts events to JSON and back. */
final class UserEventJson {

  private static final String USER_ID = "user_id";
  private static final String EVENT_TYPE = "event_type";
  private static final String TIMESTAMP = "timestamp";
  private static final Set<String> OWN_FIELDS = Set.of(USER_ID, EVENT_TYPE, TIMESTAMP);

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final TypeReference<LinkedHashMap<String, Object>> FIELDS =
      new TypeReference<>() {};

  private static final BigDecimal MAX_SECONDS = BigDecimal.valueOf(Long.MAX_VALUE / 1000);

  /** More decimal places than any clock has. */
  private static final int MAX_SCALE = 18;

  private UserEventJson() {}

  /**
   * Writes an event; its timestamp is truncated to milliseconds.
   *
   * @throws IllegalArgumentException if the data is not JSON or contains one of the event's own
   *     fields
   */
  static byte[] write(UserEvent event) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(USER_ID, event.userId());
    fields.put(EVENT_TYPE, event.eventType());
    // A double would lose the exact millisecond. A decimal of scale 3 is written in plain notation.
    fields.put(TIMESTAMP, BigDecimal.valueOf(event.timestamp().toEpochMilli(), 3));
    event.data().forEach((name, value) -> putData(fields, name, value));
    try {
      return JSON.writeValueAsBytes(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("The event's data is not JSON", e);
    }
  }

  private static void putData(Map<String, Object> fields, String name, Object value) {
    if (OWN_FIELDS.contains(name)) {
      throw new IllegalArgumentException("The event's data must not have the field " + name);
    }
    fields.put(name, value);
  }

  /**
   * Reads an event.
   *
   * @param value the record's value, or null if the record has none
   * @throws MalformedEventException if the value is not a JSON object with the fields of an event
   */
  static UserEvent read(byte @Nullable [] value) throws MalformedEventException {
    if (value == null) {
      throw new MalformedEventException("the record has no value");
    }
    Map<String, Object> fields = parse(value);
    String userId = take(fields, USER_ID, String.class);
    String eventType = take(fields, EVENT_TYPE, String.class);
    Instant timestamp = toInstant(take(fields, TIMESTAMP, Number.class));
    return new UserEvent(userId, eventType, timestamp, fields);
  }

  private static Map<String, Object> parse(byte[] value) throws MalformedEventException {
    try {
      Map<String, Object> fields = JSON.readValue(value, FIELDS);
      if (fields == null) {
        throw new MalformedEventException("not a JSON object: null");
      }
      return fields;
    } catch (JsonProcessingException e) {
      // The full message quotes the input and has several lines.
      throw new MalformedEventException("not a JSON object: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new MalformedEventException("not a JSON object: " + e.getMessage());
    }
  }

  private static <T> T take(Map<String, Object> fields, String name, Class<T> type)
      throws MalformedEventException {
    Object value = fields.remove(name);
    if (!type.isInstance(value)) {
      String got = value == null ? "nothing" : "a " + value.getClass().getSimpleName();
      throw new MalformedEventException(
          name + " must be a " + type.getSimpleName() + " but is " + got);
    }
    return type.cast(value);
  }

  private static Instant toInstant(Number number) throws MalformedEventException {
    BigDecimal seconds = new BigDecimal(number.toString());
    // Bounds first: rounding 1e-999999999 or writing out 1e999999999 would use all memory.
    if (Math.abs((long) seconds.scale()) > MAX_SCALE || seconds.abs().compareTo(MAX_SECONDS) > 0) {
      throw new MalformedEventException(TIMESTAMP + " is out of range");
    }
    BigDecimal millis = seconds.movePointRight(3).setScale(0, RoundingMode.FLOOR);
    return Instant.ofEpochMilli(millis.longValueExact());
  }
}
