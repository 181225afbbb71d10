package dev.kafkalab.grader.cli.process;

import java.io.PrintWriter;

/** One line of a terminal that changes. Where there is no terminal, nothing is shown. */
public final class TerminalLine {

  /** To the start of the line, and away with it: ECMA-48. */
  private static final String CLEAR = "\r\u001B[K";

  private final PrintWriter out;
  private final boolean isTerminal;

  /** Prepares it; nothing is shown yet. */
  public TerminalLine(PrintWriter out, boolean isTerminal) {
    this.out = out;
    this.isTerminal = isTerminal;
  }

  /** Shows a text in the place of the last one; it must not be wider than the terminal. */
  public void show(String text) {
    clear();
    if (isTerminal) {
      out.print(text);
    }
    out.flush();
  }

  /** Removes the text, so that a whole line can be printed. */
  public void clear() {
    if (isTerminal) {
      out.print(CLEAR);
    }
  }
}
