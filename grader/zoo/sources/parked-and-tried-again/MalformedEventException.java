package dev.kafkalab.lab;

/**
 * Says why a record's value is not an event. It is checked, so that code that reads events must
 * decide what happens to malformed ones.
 */
final class MalformedEventException extends Exception {

  private static final long serialVersionUID = 1L;

  MalformedEventException(String why) {
    super(why);
  }
}
