package dev.kafkalab.lab;

import dev.kafkalab.api.NotAttempted;
import dev.kafkalab.api.UserActivity;
import dev.kafkalab.api.UserEvent;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/** Keeps track of what users did, in memory. */
final class UserActivityTracker implements UserActivity {

  /** Notes that the user is online and counts the login. */
  @Override
  public void onLogin(UserEvent event) {
    // TODO Task 3b: track who is online, the logins and the revenue, here and below.
    throw new NotAttempted(3, "record a login");
  }

  /**
   * Adds the number {@code amount} of the event's data to the user's revenue.
   *
   * <p>The amount may be any kind of {@link Number}. Without an amount, the purchase adds nothing.
   */
  @Override
  public void onPurchase(UserEvent event) {
    throw new NotAttempted(3, "record a purchase");
  }

  /** Notes that the user is no longer online. */
  @Override
  public void onLogout(UserEvent event) {
    throw new NotAttempted(3, "record a logout");
  }

  /** Changes nothing. */
  @Override
  public void onOther(UserEvent event) {
    throw new NotAttempted(3, "handle another event");
  }

  @Override
  public Set<String> onlineUsers() {
    throw new NotAttempted(3, "return who is online");
  }

  @Override
  public Map<String, Integer> loginsByUser() {
    throw new NotAttempted(3, "return the logins");
  }

  @Override
  public Map<String, BigDecimal> revenueByUser() {
    throw new NotAttempted(3, "return the revenue");
  }
}
