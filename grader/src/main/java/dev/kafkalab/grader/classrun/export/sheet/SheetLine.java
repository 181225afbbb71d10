package dev.kafkalab.grader.classrun.export.sheet;

import java.util.List;

/**
 * A line of a sheet as it is written.
 *
 * @param cells with their quotes; the list may be changed
 * @param end what ends it: nothing at the end of some files
 */
record SheetLine(List<String> cells, String end) {

  private static final String QUOTE = "\"";

  /** Returns what a cell says; empty where the line is shorter. */
  String value(int column) {
    String raw = column < cells.size() ? cells.get(column) : "";
    int close = raw.lastIndexOf('"');
    return raw.startsWith(QUOTE) && close > 0
        ? raw.substring(1, close).replace("\"\"", QUOTE) + raw.substring(close + 1)
        : raw;
  }

  /** Returns whether nothing at all is in it. */
  boolean isBlank() {
    return cells.stream().allMatch(String::isBlank);
  }

  /** Replaces what a cell says; it keeps its quotes where it had some. */
  void set(int column, String text, char separator) {
    while (cells.size() <= column) {
      cells.add("");
    }
    boolean isQuoted = cells.get(column).startsWith(QUOTE) || needsQuotes(text, separator);
    cells.set(column, isQuoted ? QUOTE + text.replace(QUOTE, "\"\"") + QUOTE : text);
  }

  private static boolean needsQuotes(String text, char separator) {
    return text.chars().anyMatch(each -> each == separator || "\"\r\n".indexOf(each) >= 0)
        || !text.equals(text.strip());
  }

  String written(char separator) {
    return String.join(String.valueOf(separator), cells) + end;
  }
}
