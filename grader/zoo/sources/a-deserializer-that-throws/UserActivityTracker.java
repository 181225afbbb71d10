package dev.kafkalab.lab;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;
import static java.util.stream.Collectors.summingInt;

import dev.kafkalab.api.UserActivity;
import dev.kafkalab.api.UserEvent;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps the events and counts when asked. */
final class UserActivityTracker implements UserActivity {
  private record Entry(String what, UserEvent event) {}

  private final List<Entry> journal = new CopyOnWriteArrayList<>();

  @Override
  public void onLogin(UserEvent e) {
    journal.add(new Entry("in", e));
  }

  @Override
  public void onPurchase(UserEvent e) {
    journal.add(new Entry("buy", e));
  }

  @Override
  public void onLogout(UserEvent e) {
    journal.add(new Entry("out", e));
  }

  @Override
  public void onOther(UserEvent e) {
    journal.add(new Entry("other", e));
  }

  @Override
  public Set<String> onlineUsers() {
    Set<String> s = new LinkedHashSet<>();
    for (Entry e : journal) {
      if (e.what.equals("in")) {
        s.add(e.event.userId());
      } else if (e.what.equals("out")) {
        s.remove(e.event.userId());
      }
    }
    return s;
  }

  @Override
  public Map<String, Integer> loginsByUser() {
    return journal.stream()
        .filter(e -> e.what.equals("in"))
        .collect(groupingBy(e -> e.event.userId(), summingInt(e -> 1)));
  }

  @Override
  public Map<String, BigDecimal> revenueByUser() {
    return journal.stream()
        .filter(e -> e.what.equals("buy") && e.event.data().get("amount") instanceof Number)
        .collect(
            groupingBy(
                e -> e.event.userId(),
                reducing(
                    BigDecimal.ZERO,
                    e -> new BigDecimal(e.event.data().get("amount").toString()),
                    BigDecimal::add)));
  }
}
