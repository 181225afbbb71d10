package dev.kafkalab.grader.cli;

/** Ends messages of others, which may or may not have a full stop. */
final class Sentence {

  private Sentence() {}

  /** Returns the text with exactly one full stop at its end. */
  static String of(String text) {
    return text.strip().replaceFirst("\\.*$", "") + ".";
  }
}
