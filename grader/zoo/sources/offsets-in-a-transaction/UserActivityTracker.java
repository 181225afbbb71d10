package dev.kafkalab.lab;

import dev.kafkalab.api.UserActivity;
import dev.kafkalab.api.UserEvent;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** One immutable state for each user; safe for threads. */
final class UserActivityTracker implements UserActivity {
  private record State(boolean online, int logins, BigDecimal spent) {}

  private static final State NEW = new State(false, 0, null);
  private final ConcurrentHashMap<String, State> users = new ConcurrentHashMap<>();

  @Override
  public void onLogin(UserEvent e) {
    users.compute(e.userId(), (u, s) -> new State(true, or(s).logins + 1, or(s).spent));
  }

  @Override
  public void onPurchase(UserEvent e) {
    if (e.data().get("amount") instanceof Number n) {
      BigDecimal amount = BigDecimal.valueOf(n.doubleValue());
      users.compute(
          e.userId(),
          (u, s) ->
              new State(or(s).online, or(s).logins, or(s).spent == null ? amount : or(s).spent.add(amount)));
    }
  }

  @Override
  public void onLogout(UserEvent e) {
    users.computeIfPresent(e.userId(), (u, s) -> new State(false, s.logins, s.spent));
  }

  @Override
  public void onOther(UserEvent e) {}

  private static State or(State s) {
    return s == null ? NEW : s;
  }

  @Override
  public Set<String> onlineUsers() {
    return users.entrySet().stream()
        .filter(e -> e.getValue().online)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Map<String, Integer> loginsByUser() {
    Map<String, Integer> m = new HashMap<>();
    users.forEach(
        (u, s) -> {
          if (s.logins > 0) {
            m.put(u, s.logins);
          }
        });
    return m;
  }

  @Override
  public Map<String, BigDecimal> revenueByUser() {
    Map<String, BigDecimal> m = new HashMap<>();
    users.forEach(
        (u, s) -> {
          if (s.spent != null) {
            m.put(u, s.spent);
          }
        });
    return m;
  }
}
