package dev.kafkalab.grader.feedback;

import java.util.ArrayList;
import java.util.List;

/** Wraps prose at spaces, into lines that fit on a terminal. */
public final class Prose {

  /** What remains of 100 columns after the reports' indentation. */
  static final int WIDTH = 88;

  private Prose() {}

  /**
   * Returns the lines of a text; a word that is too long for a line stays whole.
   *
   * @param first what the first line begins with
   * @param next what each further line begins with
   */
  public static List<String> lines(String first, String next, String text) {
    List<String> lines = new ArrayList<>();
    for (String line : text.lines().toList()) {
      String rest = line;
      String begin = lines.isEmpty() ? first : next;
      for (int end = end(rest, WIDTH - begin.length()); end < rest.length(); ) {
        lines.add(begin + rest.substring(0, end));
        rest = rest.substring(end + 1);
        begin = next;
        end = end(rest, WIDTH - begin.length());
      }
      lines.add(begin + rest);
    }
    return lines;
  }

  /** Returns where to break: at the last space that fits, or else at the first one. */
  private static int end(String text, int width) {
    if (text.length() <= width) {
      return text.length();
    }
    int last = text.lastIndexOf(' ', width);
    if (last > 0) {
      return last;
    }
    int first = text.indexOf(' ', 1);
    return first < 0 ? text.length() : first;
  }
}
