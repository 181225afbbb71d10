package dev.kafkalab.grader.report;

import dev.kafkalab.grader.feedback.FeedbackText;
import java.util.Locale;

/** Builds HTML: whatever is text is escaped, also in attributes. */
final class Html {

  private final StringBuilder out = new StringBuilder();

  /** Adds markup of ours, as it is. */
  Html raw(String markup) {
    out.append(markup);
    return this;
  }

  /** Adds markup of ours with texts in it, each escaped: {@code %s} stands for one. */
  Html add(String markup, Object... texts) {
    Object[] dead = new Object[texts.length];
    for (int i = 0; i < texts.length; i++) {
      dead[i] = escaped(String.valueOf(texts[i]));
    }
    out.append(String.format(Locale.ROOT, markup, dead)).append('\n');
    return this;
  }

  static String escaped(String text) {
    return FeedbackText.clean(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
