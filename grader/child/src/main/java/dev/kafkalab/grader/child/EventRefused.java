package dev.kafkalab.grader.child;

/** An unchecked exception that no submission knows: it must be caught by a type above it. */
final class EventRefused extends RuntimeException {

  private static final long serialVersionUID = 1;

  EventRefused(String message) {
    super(message);
  }
}
