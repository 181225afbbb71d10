package dev.kafkalab.api;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/**
 * Tracks what users did, from the events that it receives (task 3).
 *
 * <p>One thread at a time calls it. It can be asked again and again, also between events.
 */
public interface UserActivity extends UserEventHandler {

  /**
   * Returns the users whose last login or logout, in the order received by this object, was a
   * login. The events' timestamps do not matter.
   */
  Set<String> onlineUsers();

  /** Returns how often each user logged in; users who never did are absent. */
  Map<String, Integer> loginsByUser();

  /**
   * Returns the sum of the {@code amount}s of each user's purchases; users who bought nothing are
   * absent.
   *
   * <p>The amount may be any {@link Number}, also a negative one. The sum is exact. A purchase
   * without a number as its {@code amount} adds nothing.
   */
  Map<String, BigDecimal> revenueByUser();
}
