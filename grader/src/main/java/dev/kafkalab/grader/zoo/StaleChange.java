package dev.kafkalab.grader.zoo;

/** Says that a change does not fit the reference any more. */
public final class StaleChange extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StaleChange(String message) {
    super(message);
  }
}
