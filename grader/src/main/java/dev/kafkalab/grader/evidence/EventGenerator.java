package dev.kafkalab.grader.evidence;

import dev.kafkalab.api.UserEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Draws events from a seed: the same seed gives the same users, types, data and times.
 *
 * <p>No two events of one generator have the same timestamp, so each can be told apart wherever it
 * turns up.
 */
public final class EventGenerator {

  private static final List<String> TYPES =
      List.of(UserEvent.LOGIN, UserEvent.PURCHASE, UserEvent.LOGOUT);
  private static final List<String> ITEMS =
      List.of("book", "Käsekuchen", "珈琲", "piñata", "a \"quoted\" item", "tab\tand\\slash", "🎁");
  private static final List<String> DEVICES = List.of("phone", "laptop", "té-vé", "часы");
  private static final long FIRST_TIME = 1_700_000_000_000L;

  /** In milliseconds: a time that a double moved by one is still nearest to its own event. */
  private static final long LEAST_GAP = 3;

  private final Random random;
  private long lastMillis;

  /** Draws from this seed. */
  public EventGenerator(long seed) {
    this.random = new Random(seed);
    this.lastMillis = FIRST_TIME + random.nextInt(100_000_000);
  }

  /** Draws that many different users. */
  public List<String> users(int count) {
    int first = 100 + random.nextInt(9_000);
    // No multiple of the number of partitions: whoever divides ids by hand then uses them all, too.
    int step = 1 + 3 * random.nextInt(30) + random.nextInt(2);
    return IntStream.range(0, count).mapToObj(i -> "user_" + (first + i * step)).toList();
  }

  /** Draws events of the lab's three types by these users, in random order; each type occurs. */
  public List<UserEvent> events(List<String> users, int count) {
    List<UserEvent> events = new ArrayList<>();
    int firstType = random.nextInt(TYPES.size());
    for (int i = 0; i < count; i++) {
      String type =
          TYPES.get(
              i < TYPES.size() ? (firstType + i) % TYPES.size() : random.nextInt(TYPES.size()));
      events.add(event(users.get(random.nextInt(users.size())), type));
    }
    return events;
  }

  /** Draws an event of this type by this user. */
  public UserEvent event(String user, String type) {
    lastMillis += LEAST_GAP + random.nextInt(5_000);
    return new UserEvent(user, type, Instant.ofEpochMilli(lastMillis), data(type));
  }

  /** Draws a user whose id has other letters, quotes and a backslash in it. */
  public String oddUser() {
    return "użytkownik_" + random.nextInt(10_000) + " \"用户\" \\";
  }

  /** Draws a purchase of each item by this user: whatever is awkward to write is in one of them. */
  public List<UserEvent> everyItem(String user) {
    List<UserEvent> events = new ArrayList<>();
    for (String item : ITEMS) {
      UserEvent purchase = event(user, UserEvent.PURCHASE);
      Map<String, Object> data = new LinkedHashMap<>(purchase.data());
      data.put("item", item);
      events.add(new UserEvent(user, UserEvent.PURCHASE, purchase.timestamp(), data));
    }
    return events;
  }

  /** Draws a number from 0 up to but not including the bound. */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  private Map<String, Object> data(String type) {
    Map<String, Object> data = new LinkedHashMap<>();
    switch (type) {
      case UserEvent.PURCHASE -> {
        data.put("amount", BigDecimal.valueOf(random.nextInt(100_000), 2));
        data.put("item", pick(ITEMS));
        data.put("quantity", 1 + random.nextInt(9));
      }
      case UserEvent.LOGIN -> {
        data.put("device", Map.of("kind", pick(DEVICES), "trusted", random.nextBoolean()));
        data.put("tags", List.of("t" + random.nextInt(100), pick(ITEMS)));
      }
      default -> {
        // a logout has nothing more to tell
      }
    }
    return data;
  }

  private String pick(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
