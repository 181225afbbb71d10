package dev.kafkalab.grader.report.html;

import dev.kafkalab.grader.feedback.DeadText;
import dev.kafkalab.grader.look.Asset;
import dev.kafkalab.grader.look.Look;
import java.util.Locale;

/** Builds HTML: all text is escaped, also in attributes. */
public final class Html {

  private final StringBuilder out = new StringBuilder();

  /** Begins a self-contained report, up to the start of its body. */
  void head(String title) {
    head(title, Asset.text(Html.class, "report.css"), "");
  }

  /**
   * Begins a self-contained page, up to the start of its body.
   *
   * @param styleSheet the page's own, behind the one that all pages share
   * @param more our own markup at the end of the head
   */
  public void head(String title, String styleSheet, String more) {
    add("<!DOCTYPE html>%n<html lang=\"en\">%n<head>%n<meta charset=\"utf-8\">");
    add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    add("<meta name=\"color-scheme\" content=\"light dark\">");
    add("<title>%s</title>", title);
    raw("<style>\n").raw(Look.styleSheet()).raw(styleSheet).raw("</style>\n");
    raw(more).raw("</head>\n<body>\n");
  }

  /** Adds our own markup unchanged. */
  public Html raw(String markup) {
    out.append(markup);
    return this;
  }

  /** Adds our own markup with texts inserted at each {@code %s}, escaped. */
  public Html add(String markup, Object... texts) {
    Object[] dead = new Object[texts.length];
    for (int i = 0; i < texts.length; i++) {
      dead[i] = DeadText.ofHtml(String.valueOf(texts[i]));
    }
    out.append(String.format(Locale.ROOT, markup, dead)).append('\n');
    return this;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
