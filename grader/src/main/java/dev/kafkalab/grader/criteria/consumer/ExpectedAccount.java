package dev.kafkalab.grader.criteria.consumer;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.studentvm.Account;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Computes the expected user activity: the lab's rules, as {@code UserActivity} states them. */
final class ExpectedAccount {

  private ExpectedAccount() {}

  static Account of(List<UserEvent> events) {
    Set<String> online = new HashSet<>();
    Map<String, Integer> logins = new HashMap<>();
    Map<String, BigDecimal> revenue = new HashMap<>();
    for (UserEvent event : events) {
      switch (event.eventType()) {
        case UserEvent.LOGIN -> {
          online.add(event.userId());
          logins.merge(event.userId(), 1, Integer::sum);
        }
        case UserEvent.LOGOUT -> online.remove(event.userId());
        case UserEvent.PURCHASE -> {
          if (event.data().get("amount") instanceof Number amount) {
            revenue.merge(event.userId(), new BigDecimal(amount.toString()), BigDecimal::add);
          }
        }
        default -> {
          // changes nothing
        }
      }
    }
    revenue.replaceAll((user, sum) -> sum.stripTrailingZeros());
    return new Account(online, logins, revenue);
  }
}
