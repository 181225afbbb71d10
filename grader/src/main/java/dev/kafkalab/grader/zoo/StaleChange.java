package dev.kafkalab.grader.zoo;

/** Says that a change no longer fits the reference. */
public final class StaleChange extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StaleChange(String message) {
    super(message);
  }
}
