package dev.kafkalab.grader.studentvm;

import dev.kafkalab.grader.wire.Reply;
import dev.kafkalab.grader.wire.Reply.ActivityFed;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the student's {@code UserActivity} says.
 *
 * @param online the users who are online, sorted
 * @param logins how often each user logged in
 * @param revenue what each user spent, without trailing zeros
 */
public record Account(
    Set<String> online, Map<String, Integer> logins, Map<String, BigDecimal> revenue) {

  /** Sorts and copies, so that an account never changes and prints the same each time. */
  public Account {
    online = new TreeSet<>(online);
    logins = new TreeMap<>(logins);
    revenue = new TreeMap<>(revenue);
  }

  /** Reads what a student's JVM has replied; any other reply tells of nobody. */
  static Account of(Reply reply) {
    if (!(reply instanceof ActivityFed said)) {
      return new Account(Set.of(), Map.of(), Map.of());
    }
    Map<String, Integer> logins = new TreeMap<>();
    Map<String, BigDecimal> revenue = new TreeMap<>();
    said.logins().forEach((user, text) -> logins.put(user, count(text)));
    said.revenue().forEach((user, text) -> revenue.put(user, amount(text)));
    return new Account(new TreeSet<>(said.online()), logins, revenue);
  }

  private static int count(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return Integer.MIN_VALUE; // no number at all: it differs from every count
    }
  }

  private static BigDecimal amount(String text) {
    try {
      return new BigDecimal(text).stripTrailingZeros();
    } catch (NumberFormatException e) {
      return BigDecimal.valueOf(Long.MIN_VALUE);
    }
  }
}
