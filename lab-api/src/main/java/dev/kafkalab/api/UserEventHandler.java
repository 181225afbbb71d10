package dev.kafkalab.api;

/** Is given each event that a {@link UserEventConsumer} reads: one method for each type. */
public interface UserEventHandler {

  /** Takes an event of the type {@value UserEvent#LOGIN}. */
  void onLogin(UserEvent event);

  /** Takes an event of the type {@value UserEvent#PURCHASE}. */
  void onPurchase(UserEvent event);

  /** Takes an event of the type {@value UserEvent#LOGOUT}. */
  void onLogout(UserEvent event);

  /** Takes an event of any other type. */
  void onOther(UserEvent event);
}
