package dev.kafkalab.api;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/** Knows what users did, from the events that it was given (task 3). */
public interface UserActivity extends UserEventHandler {

  /**
   * Returns the users whose last login or logout, in the order given to this object, was a login.
   */
  Set<String> onlineUsers();

  /** Returns how often each user logged in; who never did is absent. */
  Map<String, Integer> loginsByUser();

  /**
   * Returns the sum of the {@code amount}s of each user's purchases; who bought nothing is absent.
   *
   * <p>A purchase without a number as its {@code amount} adds nothing.
   */
  Map<String, BigDecimal> revenueByUser();
}
