package dev.kafkalab.api;

/**
 * Receives each event that a {@link UserEventConsumer} reads: one method for each type.
 *
 * <p>It may be called by any thread, and by several at once, as long as the events of a partition
 * come one after the other. It may throw any exception.
 */
public interface UserEventHandler {

  /** Handles an event of the type {@value UserEvent#LOGIN}. */
  void onLogin(UserEvent event);

  /** Handles an event of the type {@value UserEvent#PURCHASE}. */
  void onPurchase(UserEvent event);

  /** Handles an event of the type {@value UserEvent#LOGOUT}. */
  void onLogout(UserEvent event);

  /** Handles an event of any other type. */
  void onOther(UserEvent event);
}
