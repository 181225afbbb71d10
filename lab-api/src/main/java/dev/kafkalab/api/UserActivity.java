package dev.kafkalab.api;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/** Tracks what users did, from the events that it receives (task 3). */
public interface UserActivity extends UserEventHandler {

  /**
   * Returns the users whose last login or logout, in the order received by this object, was a
   * login.
   */
  Set<String> onlineUsers();

  /** Returns how often each user logged in; users who never did are absent. */
  Map<String, Integer> loginsByUser();

  /**
   * Returns the sum of the {@code amount}s of each user's purchases; users who bought nothing are
   * absent.
   *
   * <p>A purchase without a number as its {@code amount} adds nothing.
   */
  Map<String, BigDecimal> revenueByUser();
}
