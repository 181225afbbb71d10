package dev.kafkalab.grader.handout;

/** Changes a text whose content is known. */
final class Texts {

  private Texts() {}

  /**
   * Returns the text with one place replaced.
   *
   * @throws IllegalStateException if there is not exactly one
   */
  static String replaced(String text, String old, String other) {
    int at = text.indexOf(old);
    if (at < 0 || text.indexOf(old, at + 1) >= 0) {
      throw new IllegalStateException("Not exactly one place has: " + old.strip());
    }
    return text.substring(0, at) + other + text.substring(at + old.length());
  }
}
