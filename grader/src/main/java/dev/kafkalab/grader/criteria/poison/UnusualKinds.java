package dev.kafkalab.grader.criteria.poison;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.criteria.poison.Poison.Piece;
import dev.kafkalab.grader.evidence.Draft;
import dev.kafkalab.grader.evidence.EventGenerator;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws valid events that are easily taken for malformed ones, or changed on their way. */
final class UnusualKinds {

  private final EventGenerator events;
  private final String user;

  private UnusualKinds(EventGenerator events) {
    this.events = events;
    this.user = events.users(1).get(0) + "_unusual";
  }

  /** Draws one of each kind. */
  static List<Poison> drawnFrom(EventGenerator events) {
    UnusualKinds kinds = new UnusualKinds(events);
    return List.of(kinds.withNull(), kinds.writtenOtherwise(), kinds.withOddData());
  }

  private Poison withNull() {
    return new Poison(
        "a valid event with null in its data",
        List.of(
            Piece.of(login("coupon", null)),
            Piece.of(login("device", Arrays.asList("phone", null)))));
  }

  /** JSON has more than one way to write the same. */
  private Poison writtenOtherwise() {
    UserEvent event = with(Map.of("device", "é/phone"));
    UserEvent wholeSecond =
        new UserEvent(
            user + "_s",
            UserEvent.LOGIN,
            event.timestamp().truncatedTo(ChronoUnit.SECONDS),
            Map.of());
    String seconds = String.valueOf(wholeSecond.timestamp().getEpochSecond());
    return new Poison(
        "a valid event that is written in another way",
        List.of(
            written(
                event,
                "\n { \"device\" : \"\\u00e9\\/phone\",\n\t\"timestamp\" : %s ,\n \"user\\u005fid\": \"%s\","
                        .formatted(
                            BigDecimal.valueOf(event.timestamp().toEpochMilli(), 3), event.userId())
                    + " \"event_type\":\"login\" }\r\n"),
            written(
                wholeSecond,
                "{\"user_id\":\"%s\",\"event_type\":\"login\",\"timestamp\":%s}"
                    .formatted(wholeSecond.userId(), seconds))));
  }

  private static Piece written(UserEvent event, String json) {
    return new Piece(Draft.keyed(event.userId(), json.getBytes(StandardCharsets.UTF_8)), event);
  }

  private Poison withOddData() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("", "");
    data.put("userId", "another");
    data.put("offset", -1);
    data.put("data", Map.of("user_id", 7, "list", List.of(List.of(), Map.of())));
    data.put("count", BigInteger.TEN.pow(30));
    data.put("line", "two\nlines, \"quotes\", \u0000 and \uD83C\uDF81");
    data.put("long", "x".repeat(3_000));
    return new Poison("a valid event with unusual data", List.of(Piece.of(with(data))));
  }

  private UserEvent login(String name, @Nullable Object value) {
    Map<String, Object> data = new LinkedHashMap<>();
    put(data, name, value);
    data.put("tags", List.of("t" + events.below(100)));
    return with(data);
  }

  /** The contract's type does not say so, but null is a JSON value too. */
  @SuppressWarnings("NullAway")
  private static void put(Map<String, Object> data, String name, @Nullable Object value) {
    data.put(name, value);
  }

  private UserEvent with(Map<String, Object> data) {
    UserEvent login = events.event(user, UserEvent.LOGIN);
    return new UserEvent(login.userId(), login.eventType(), login.timestamp(), data);
  }
}
