package dev.kafkalab.grader.report.html;

import dev.kafkalab.grader.feedback.DeadText;
import dev.kafkalab.grader.look.Look;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/** Builds HTML: all text is escaped, also in attributes. */
final class Html {

  private final StringBuilder out = new StringBuilder();

  /** Begins a self-contained page, up to the start of its body. */
  void head(String title) {
    add("<!DOCTYPE html>%n<html lang=\"en\">%n<head>%n<meta charset=\"utf-8\">");
    add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    add("<meta name=\"color-scheme\" content=\"light dark\">");
    add("<title>%s</title>", title);
    raw("<style>\n").raw(Look.styleSheet()).raw(style()).raw("</style>\n</head>\n<body>\n");
  }

  /** Adds our own markup unchanged. */
  Html raw(String markup) {
    out.append(markup);
    return this;
  }

  /** Adds our own markup with texts inserted at each {@code %s}, escaped. */
  Html add(String markup, Object... texts) {
    Object[] dead = new Object[texts.length];
    for (int i = 0; i < texts.length; i++) {
      dead[i] = DeadText.ofHtml(String.valueOf(texts[i]));
    }
    out.append(String.format(Locale.ROOT, markup, dead)).append('\n');
    return this;
  }

  private static String style() {
    try (InputStream css = Html.class.getResourceAsStream("report.css")) {
      return new String(Objects.requireNonNull(css).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
