package dev.kafkalab.lab;

import dev.kafkalab.api.UserActivity;
import dev.kafkalab.api.UserEvent;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tracks the users in memory, sorted by user.
 *
 * <p>It is made for the thread of one consumer and is not thread-safe.
 */
final class UserActivityTracker implements UserActivity {

  /** Far more digits than an amount of money has. */
  private static final int MAX_SCALE = 100;

  private final Set<String> online = new TreeSet<>();
  private final Map<String, Integer> logins = new TreeMap<>();
  private final Map<String, BigDecimal> revenue = new TreeMap<>();

  @Override
  public void onLogin(UserEvent event) {
    online.add(event.userId());
    logins.merge(event.userId(), 1, Integer::sum);
  }

  /** Adds the purchase's amount; a purchase without a numeric amount adds nothing. */
  @Override
  public void onPurchase(UserEvent event) {
    if (event.data().get("amount") instanceof Number number) {
      BigDecimal amount = new BigDecimal(number.toString());
      // 1e999999999 is a number in JSON; adding a cent to it would use all memory.
      if (Math.abs((long) amount.scale()) <= MAX_SCALE) {
        revenue.merge(event.userId(), amount, BigDecimal::add);
      }
    }
  }

  @Override
  public void onLogout(UserEvent event) {
    online.remove(event.userId());
  }

  @Override
  public void onOther(UserEvent event) {
    // Says nothing about logins, logouts or revenue.
  }

  @Override
  public Set<String> onlineUsers() {
    return Collections.unmodifiableSet(new TreeSet<>(online));
  }

  @Override
  public Map<String, Integer> loginsByUser() {
    return Collections.unmodifiableMap(new TreeMap<>(logins));
  }

  @Override
  public Map<String, BigDecimal> revenueByUser() {
    return Collections.unmodifiableMap(new TreeMap<>(revenue));
  }
}
