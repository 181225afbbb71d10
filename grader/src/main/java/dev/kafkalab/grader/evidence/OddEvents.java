package dev.kafkalab.grader.evidence;

import dev.kafkalab.api.UserEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Draws what a user's id, an event's type and its data may be, too: whatever is trimmed, folded,
 * normalized, rounded or cut by code that was only tried with {@code user_7}.
 */
public final class OddEvents {

  /** Far below the largest record, and longer than any column or buffer for names. */
  private static final String LONG = "x".repeat(2_000);

  private static final List<String> TYPES =
      List.of("login_failed", "Login", "purchases", "purchase ", "log", "LOGOUT", "wyświetlenie");

  private static final List<Number> AMOUNTS =
      List.of(
          new BigDecimal("-19.90"),
          new BigDecimal("0.125"),
          12,
          0,
          3_000_000_000L,
          new BigDecimal("123456789012.345"));

  private final EventGenerator events;

  /** Draws from this generator. */
  public OddEvents(EventGenerator events) {
    this.events = events;
  }

  /**
   * Draws users who are all different, although some of them look alike. The hash code of one has
   * no absolute value.
   */
  public List<String> users() {
    int number = 100 + events.below(900);
    return Stream.of(
            "Ann_%d",
            "ann_%d",
            "ANN_%d",
            "İIıi_%d",
            "Jos\u00e9_%d",
            "Jose\u0301_%d",
            "użytkownik_%d \"用户\" \\",
            "🎁_%d",
            "blank_%d",
            " blank_%d",
            "blank_%d ",
            "%d",
            "0%d",
            "two\nlines_%d",
            "polygenelubricants",
            "",
            " ",
            LONG + "%d",
            LONG + "0%d")
        .map(form -> form.replace("%d", String.valueOf(number)))
        .toList();
  }

  /** Draws an event of each of these users, one of each type, and one of each amount. */
  public List<UserEvent> all(List<String> users) {
    List<UserEvent> all = new ArrayList<>();
    users.forEach(user -> all.add(events.event(user, UserEvent.LOGIN)));
    TYPES.forEach(type -> all.add(events.event(anyOf(users), type)));
    AMOUNTS.forEach(amount -> all.add(purchase(anyOf(users), amount)));
    return all;
  }

  /** Draws an event so late that its seconds look like milliseconds. */
  public UserEvent farInTheFuture(String user) {
    Instant time = Instant.ofEpochMilli(100_000_000_000_125L + events.below(1_000_000));
    return new UserEvent(user, UserEvent.LOGIN, time, Map.of());
  }

  /** An empty text is no missing one, and a name may be any text that is not the event's own. */
  private UserEvent purchase(String user, Number amount) {
    UserEvent plain = events.event(user, UserEvent.PURCHASE);
    Map<String, Object> data = new LinkedHashMap<>(plain.data());
    data.put("amount", amount);
    data.put("item", "");
    data.put("größe / size", List.of(Map.of(), List.of(), false));
    return new UserEvent(user, UserEvent.PURCHASE, plain.timestamp(), data);
  }

  private String anyOf(List<String> users) {
    return users.get(events.below(users.size()));
  }
}
