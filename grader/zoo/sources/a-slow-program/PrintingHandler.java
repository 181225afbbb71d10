package dev.kafkalab.lab;

import dev.kafkalab.api.UserActivity;
import dev.kafkalab.api.UserEvent;
import dev.kafkalab.api.UserEventHandler;

/** Prints each event, passes it on to the tracker, and prints a summary every so often. */
final class PrintingHandler implements UserEventHandler {

  private static final int EVENTS_PER_SUMMARY = 10;

  private final UserActivity activity;
  private long events;

  PrintingHandler(UserActivity activity) {
    this.activity = activity;
  }

  @Override
  public void onLogin(UserEvent event) {
    activity.onLogin(event);
    print(event);
  }

  @Override
  public void onPurchase(UserEvent event) {
    activity.onPurchase(event);
    print(event);
  }

  @Override
  public void onLogout(UserEvent event) {
    activity.onLogout(event);
    print(event);
  }

  @Override
  public void onOther(UserEvent event) {
    activity.onOther(event);
    print(event);
  }

  /** Prints who is online, the logins and the revenue. */
  void printSummary() {
    System.out.printf(
        "-- %d events; online %s; logins %s; revenue %s%n",
        events, activity.onlineUsers(), activity.loginsByUser(), activity.revenueByUser());
  }

  private void print(UserEvent event) {
    events++;
    try {
      Thread.sleep(250); // as a database would
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    System.out.printf(
        "%s  %-9s %-9s %s%n", event.timestamp(), event.userId(), event.eventType(), event.data());
    if (events % EVENTS_PER_SUMMARY == 0) {
      printSummary();
    }
  }
}
