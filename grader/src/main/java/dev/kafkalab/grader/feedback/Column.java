package dev.kafkalab.grader.feedback;

import java.util.stream.Stream;

/**
 * A column of a table of plain text.
 *
 * @param width in characters
 */
public record Column(int width) {

  /** Makes a column as wide as the longest of these texts. */
  public static Column of(Stream<String> texts) {
    return new Column(texts.mapToInt(String::length).max().orElse(0));
  }

  /** Returns the text with spaces after it; one that is too long stays whole. */
  public String left(String text) {
    return text + spaces(text);
  }

  /** Returns the text with spaces before it; one that is too long stays whole. */
  public String right(String text) {
    return spaces(text) + text;
  }

  private String spaces(String text) {
    return " ".repeat(Math.max(0, width - text.length()));
  }
}
