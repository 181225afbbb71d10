package dev.kafkalab.lab;

/**
 * Says why a record's value is no event. It is checked: whoever reads events has to decide what
 * becomes of those that cannot be read.
 */
final class MalformedEventException extends Exception {

  private static final long serialVersionUID = 1L;

  MalformedEventException(String why) {
    super(why);
  }
}
