package dev.kafkalab.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kafkalab.api.UserActivity;
import dev.kafkalab.api.UserEvent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class UserActivityTrackerTest {

  private final UserActivity activity = new UserActivityTracker();

  @Test
  void anEmptyAccountKnowsNobody() {
    assertThat(activity.onlineUsers()).isEmpty();
    assertThat(activity.loginsByUser()).isEmpty();
    assertThat(activity.revenueByUser()).isEmpty();
  }

  @Test
  void aUserIsOnlineFromLoginToLogout() {
    activity.onLogin(event("ann", UserEvent.LOGIN));
    activity.onLogin(event("bob", UserEvent.LOGIN));
    activity.onLogout(event("ann", UserEvent.LOGOUT));
    assertThat(activity.onlineUsers()).containsExactly("bob");
  }

  @Test
  void aUserWhoLogsInAgainIsOnlineAgain() {
    activity.onLogin(event("ann", UserEvent.LOGIN));
    activity.onLogout(event("ann", UserEvent.LOGOUT));
    activity.onLogin(event("ann", UserEvent.LOGIN));
    assertThat(activity.onlineUsers()).containsExactly("ann");
  }

  @Test
  void theOrderGivenCountsAndNotTheTimestamp() {
    activity.onLogin(new UserEvent("ann", UserEvent.LOGIN, Instant.ofEpochSecond(9), Map.of()));
    activity.onLogout(new UserEvent("ann", UserEvent.LOGOUT, Instant.ofEpochSecond(1), Map.of()));
    assertThat(activity.onlineUsers()).isEmpty();
  }

  @Test
  void aSecondLoginWithoutLogoutIsCounted() {
    activity.onLogin(event("ann", UserEvent.LOGIN));
    activity.onLogin(event("ann", UserEvent.LOGIN));
    assertThat(activity.loginsByUser()).isEqualTo(Map.of("ann", 2));
  }

  @Test
  void aLogoutOfAStrangerChangesNothing() {
    activity.onLogout(event("ann", UserEvent.LOGOUT));
    assertThat(activity.onlineUsers()).isEmpty();
    assertThat(activity.loginsByUser()).isEmpty();
  }

  @Test
  void amountsOfEachKindOfNumberAddUpExactly() {
    buy("ann", new BigDecimal("0.10"));
    buy("ann", 0.2);
    buy("ann", 3);
    buy("ann", 4_000_000_000L);
    buy("ann", new BigInteger("50"));
    buy("bob", 1);
    assertThat(activity.revenueByUser().get("ann")).isEqualByComparingTo("4000000053.3");
    assertThat(activity.revenueByUser().get("bob")).isEqualByComparingTo("1");
  }

  @Test
  void aPurchaseNeedsNoLogin() {
    buy("ann", 1);
    assertThat(activity.onlineUsers()).isEmpty();
    assertThat(activity.revenueByUser()).containsOnlyKeys("ann");
  }

  @Test
  void aPurchaseWithoutANumberAddsNothing() {
    activity.onPurchase(event("ann", UserEvent.PURCHASE));
    buy("ann", "19.90");
    assertThat(activity.revenueByUser()).isEmpty();
  }

  @Test
  @Timeout(10)
  void anAmountBeyondAllReasonAddsNothing() {
    buy("ann", new BigDecimal("0.01"));
    buy("ann", new BigDecimal("1e999999999"));
    assertThat(activity.revenueByUser().get("ann")).isEqualByComparingTo("0.01");
  }

  @Test
  void otherEventsChangeNothing() {
    activity.onOther(event("ann", "password_change"));
    assertThat(activity.onlineUsers()).isEmpty();
    assertThat(activity.loginsByUser()).isEmpty();
    assertThat(activity.revenueByUser()).isEmpty();
  }

  @Test
  void whatWasReturnedDoesNotChangeLater() {
    var before = activity.onlineUsers();
    activity.onLogin(event("ann", UserEvent.LOGIN));
    assertThat(before).isEmpty();
    assertThatThrownBy(() -> activity.onlineUsers().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private void buy(String userId, Object amount) {
    activity.onPurchase(
        new UserEvent(userId, UserEvent.PURCHASE, Instant.EPOCH, Map.of("amount", amount)));
  }

  private static UserEvent event(String userId, String type) {
    return new UserEvent(userId, type, Instant.EPOCH, Map.of());
  }
}
