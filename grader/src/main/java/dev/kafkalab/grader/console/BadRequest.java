package dev.kafkalab.grader.console;

import org.jspecify.annotations.Nullable;

/** A request that cannot be understood; its message is what the page shows. */
final class BadRequest extends RuntimeException {

  private static final long serialVersionUID = 1;

  BadRequest(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }

  /** Returns what to tell. */
  String sentence() {
    return String.valueOf(getMessage());
  }
}
