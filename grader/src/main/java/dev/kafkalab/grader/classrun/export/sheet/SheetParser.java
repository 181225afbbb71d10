package dev.kafkalab.grader.classrun.export.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Divides a text into lines and cells (RFC 4180), and leaves each cell as it is written. */
final class SheetParser {

  private static final String LINE_ENDS = "\r\n";

  private final String text;
  private final char separator;
  private final boolean hasEscapes;
  private int at;
  private boolean isOpen;

  private SheetParser(String text, char separator, boolean hasEscapes) {
    this.text = text;
    this.separator = separator;
    this.hasEscapes = hasEscapes;
  }

  /**
   * Returns the lines; empty where a quote is never closed.
   *
   * @param hasEscapes whether a backslash in quotes protects what follows, as PHP writes it
   */
  static Optional<List<SheetLine>> lines(String text, char separator, boolean hasEscapes) {
    SheetParser parser = new SheetParser(text, separator, hasEscapes);
    List<SheetLine> lines = new ArrayList<>();
    while (parser.at < text.length()) {
      lines.add(parser.line());
    }
    return parser.isOpen ? Optional.empty() : Optional.of(lines);
  }

  private SheetLine line() {
    List<String> cells = new ArrayList<>();
    cells.add(cell());
    while (isAt(separator)) {
      at++;
      cells.add(cell());
    }
    int end = at;
    at += text.startsWith(LINE_ENDS, at) ? 2 : Math.min(1, text.length() - at);
    return new SheetLine(cells, text.substring(end, at));
  }

  private String cell() {
    int start = at;
    if (isAt('"')) {
      skipQuoted();
    }
    while (at < text.length() && !isAt(separator) && LINE_ENDS.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at);
  }

  private void skipQuoted() {
    at++;
    while (at < text.length()) {
      char each = text.charAt(at++);
      if (hasEscapes && each == '\\') {
        at = Math.min(at + 1, text.length());
      } else if (each == '"' && !isAt('"')) {
        return;
      } else if (each == '"') {
        at++;
      }
    }
    isOpen = true;
  }

  private boolean isAt(char wanted) {
    return at < text.length() && text.charAt(at) == wanted;
  }
}
