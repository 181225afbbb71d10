package dev.kafkalab.lab;

import dev.kafkalab.api.UserActivity;
import dev.kafkalab.api.UserEvent;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Keeps all that is known of a user in one object, and works out each answer when asked. */
final class UserActivityTracker implements UserActivity {

  private static final class User {
    private boolean online;
    private int logins;
    private BigDecimal revenue = BigDecimal.ZERO.setScale(4);
    private boolean bought;
  }

  private final Map<String, User> users = new HashMap<>();

  private User of(UserEvent event) {
    return users.computeIfAbsent(event.userId(), id -> new User());
  }

  @Override
  public synchronized void onLogin(UserEvent event) {
    of(event).online = true;
    of(event).logins++;
  }

  @Override
  public synchronized void onPurchase(UserEvent event) {
    Object amount = event.data().get("amount");
    if (amount instanceof Number) {
      of(event).revenue = of(event).revenue.add(new BigDecimal(amount.toString()));
      of(event).bought = true;
    }
  }

  @Override
  public synchronized void onLogout(UserEvent event) {
    of(event).online = false;
  }

  @Override
  public void onOther(UserEvent event) {}

  @Override
  public synchronized Set<String> onlineUsers() {
    return select(user -> user.online, user -> user.online).keySet();
  }

  @Override
  public synchronized Map<String, Integer> loginsByUser() {
    return select(user -> user.logins > 0, user -> user.logins);
  }

  @Override
  public synchronized Map<String, BigDecimal> revenueByUser() {
    return select(user -> user.bought, user -> user.revenue);
  }

  private <T> Map<String, T> select(Predicate<User> filter, Function<User, T> value) {
    return users.entrySet().stream()
        .filter(entry -> filter.test(entry.getValue()))
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> value.apply(entry.getValue())));
  }
}
