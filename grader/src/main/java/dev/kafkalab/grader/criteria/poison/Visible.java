package dev.kafkalab.grader.criteria.poison;

import java.util.Locale;

/** Text of records, as a message can show it. */
final class Visible {

  private static final int MOST = 300;

  private Visible() {}

  /** Writes control characters as Java does: they would break the message. */
  static String of(String text) {
    StringBuilder visible = new StringBuilder();
    text.codePoints()
        .limit(MOST)
        .forEach(
            c -> {
              if (Character.isISOControl(c)) {
                visible.append(String.format(Locale.ROOT, "\\u%04x", c));
              } else {
                visible.appendCodePoint(c);
              }
            });
    return visible.toString();
  }
}
