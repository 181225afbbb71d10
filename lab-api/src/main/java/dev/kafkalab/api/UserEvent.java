package dev.kafkalab.api;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One thing that a user did.
 *
 * <p>On the wire an event is one flat JSON object in UTF-8: {@code user_id}, {@code event_type},
 * {@code timestamp} (seconds since the epoch, a decimal number) and then the fields of {@code data}
 * on the same level:
 *
 * <pre>{@code
 * {"user_id":"user_7","event_type":"purchase","timestamp":1764835200.125,"amount":19.90,"item":"book"}
 * }</pre>
 *
 * @param userId who did it; also the key of the Kafka record
 * @param eventType what was done: {@value #LOGIN}, {@value #PURCHASE}, {@value #LOGOUT}, or a type
 *     that does not exist yet
 * @param timestamp when it was done, to the millisecond
 * @param data all other fields: names and JSON values (strings, numbers, booleans, lists, maps,
 *     null); never one of the three names above
 */
public record UserEvent(
    String userId, String eventType, Instant timestamp, Map<String, Object> data) {

  /** The type of an event that a user signed in. */
  public static final String LOGIN = "login";

  /** The type of an event that a user bought something; its data has a number {@code amount}. */
  public static final String PURCHASE = "purchase";

  /** The type of an event that a user signed out. */
  public static final String LOGOUT = "logout";

  /** Copies the data, in its order, so that an event never changes. */
  public UserEvent {
    Objects.requireNonNull(userId, "userId");
    Objects.requireNonNull(eventType, "eventType");
    Objects.requireNonNull(timestamp, "timestamp");
    data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
  }
}
