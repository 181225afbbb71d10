package dev.kafkalab.grader.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kafkalab.api.UserEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way. This is the grader's own form, not the lab's: that one is the student's to
 * write.
 *
 * @param userId as in {@link UserEvent}, and so is the type
 * @param timestamp as ISO 8601 has it, such as {@code 2026-01-31T12:00:00.125Z}
 * @param data any JSON values by their names
 */
public record CarriedEvent(
    String userId, String eventType, String timestamp, Map<String, @Nullable Object> data) {

  private static final int DEEPEST = 64;

  /** Refuses what is no event. */
  public CarriedEvent {
    Objects.requireNonNull(userId, "userId");
    Objects.requireNonNull(eventType, "eventType");
    Objects.requireNonNull(timestamp, "timestamp");
    Objects.requireNonNull(data, "data");
  }

  /**
   * Returns an event to be sent. What JSON has no form for becomes its text, for it is the
   * student's to put anything into an event's data.
   */
  public static CarriedEvent of(UserEvent event) {
    return new CarriedEvent(
        event.userId(), event.eventType(), event.timestamp().toString(), plain(event.data(), 0));
  }

  /** Returns events to be sent. */
  public static List<CarriedEvent> of(List<UserEvent> events) {
    return events.stream().map(CarriedEvent::of).toList();
  }

  /** Returns an event to be sent; null where the student's code passed none. */
  public static @Nullable CarriedEvent ofNullable(@Nullable UserEvent event) {
    return event == null ? null : of(event);
  }

  /**
   * Returns the event that was sent.
   *
   * @throws java.time.DateTimeException where its time is none
   */
  public UserEvent event() {
    return new UserEvent(userId, eventType, Instant.parse(timestamp), data);
  }

  private static Map<String, @Nullable Object> plain(Map<?, ?> fields, int depth) {
    Map<String, @Nullable Object> plain = new LinkedHashMap<>();
    fields.forEach((name, field) -> plain.put(String.valueOf(name), plain(field, depth + 1)));
    return plain;
  }

  private static @Nullable Object plain(@Nullable Object value, int depth) {
    if (value == null || isJson(value)) {
      return value;
    }
    if (depth > DEEPEST) {
      return "…";
    }
    if (value instanceof Map<?, ?> map) {
      return plain(map, depth);
    }
    if (value instanceof Iterable<?> list) {
      List<@Nullable Object> plain = new ArrayList<>();
      list.forEach(element -> plain.add(plain(element, depth + 1)));
      return plain;
    }
    return String.valueOf(value);
  }

  /** A student may have a type of numbers of their own: JSON has no form for it. */
  private static boolean isJson(Object value) {
    return value instanceof Boolean
        || value instanceof JsonNode
        || (value instanceof Number && value.getClass().getName().startsWith("java."));
  }
}
