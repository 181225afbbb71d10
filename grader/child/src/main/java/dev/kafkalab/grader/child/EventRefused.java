package dev.kafkalab.grader.child;

import org.apache.kafka.common.errors.WakeupException;

/**
 * An unchecked exception that no submission knows: it must be caught by a type above it. Code that
 * takes each {@link WakeupException} for a stop() takes this one for it, too.
 */
final class EventRefused extends WakeupException {

  private static final long serialVersionUID = 1;

  private final String message;

  EventRefused(String message) {
    this.message = message;
  }

  @Override
  public String getMessage() {
    return message;
  }
}
