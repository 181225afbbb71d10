package dev.kafkalab.grader.feedback;

import java.util.Locale;
import java.util.regex.Pattern;

/** Shows characters that a reader would not see, or that would break a line. */
final class Visible {

  /** Control characters, and the accents that join the letter before them. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\u0300-\\u036F]");

  private Visible() {}

  /** Returns the text with each such character as Java writes it, such as {@code \n}. */
  static String in(String text) {
    return UNSEEN.matcher(text).replaceAll(found -> "\\\\" + name(found.group().charAt(0)));
  }

  private static String name(char unseen) {
    return switch (unseen) {
      case '\n' -> "n";
      case '\r' -> "r";
      case '\t' -> "t";
      default -> String.format(Locale.ROOT, "u%04X", (int) unseen);
    };
  }
}
