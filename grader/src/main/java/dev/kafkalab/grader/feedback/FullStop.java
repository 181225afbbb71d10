package dev.kafkalab.grader.feedback;

/** Ends a sentence with one full stop, even if it quotes a text that ends with its own. */
public final class FullStop {

  private FullStop() {}

  /** Returns the text with a full stop; a text that already ends a sentence stays as it is. */
  public static String after(String text) {
    return once(text.strip() + ".");
  }

  /** Returns the text without a full stop that follows another mark; an ellipsis stays whole. */
  static String once(String text) {
    return text.replaceFirst("(?<!\\.)\\.\\.$", ".")
        .replaceFirst("\\.{4,}$", "...")
        .replaceFirst("(?<=[!?…])\\.$", "");
  }
}
