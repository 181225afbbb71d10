package dev.kafkalab.grader.resources;

import java.util.Optional;

/** What the one who runs the grader has said outside its command line. */
final class Said {

  private Said() {}

  /** Returns a system property's value, else an environment variable's; empty for blank ones. */
  static Optional<String> by(String property, String variable) {
    return Optional.ofNullable(System.getProperty(property))
        .or(() -> Optional.ofNullable(System.getenv(variable)))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }
}
