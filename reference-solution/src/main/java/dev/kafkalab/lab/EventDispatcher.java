package dev.kafkalab.lab;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.api.UserEventHandler;
import dev.kafkalab.lab.Reading.Good;
import dev.kafkalab.lab.Reading.Malformed;

/** Passes each event to the handler's method for its type, and counts it. */
final class EventDispatcher {

  private final UserEventHandler handler;
  private final EventCounts counts;

  EventDispatcher(UserEventHandler handler, EventCounts counts) {
    this.handler = handler;
    this.counts = counts;
  }

  /** Handles one record, whatever it contains: a bad record must not stop the ones after it. */
  void handle(Reading reading) {
    if (reading instanceof Good good) {
      handleEvent(good);
    } else if (reading instanceof Malformed malformed) {
      counts.addMalformed();
      Complaint.print("Skipped", malformed.record(), malformed.reason());
    }
  }

  private void handleEvent(Good good) {
    try {
      dispatch(good.event());
      counts.addHandled(good.event());
    } catch (RuntimeException e) {
      Complaint.print("The handler failed on", good.record(), e);
    }
  }

  private void dispatch(UserEvent event) {
    switch (event.eventType()) {
      case UserEvent.LOGIN -> handler.onLogin(event);
      case UserEvent.PURCHASE -> handler.onPurchase(event);
      case UserEvent.LOGOUT -> handler.onLogout(event);
      default -> handler.onOther(event);
    }
  }
}
