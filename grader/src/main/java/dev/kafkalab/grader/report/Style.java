package dev.kafkalab.grader.report;

/** Colours text where a terminal shows it, and leaves it plain everywhere else. */
public enum Style {
  /** For pipes and files. */
  PLAIN,
  /** For terminals: ECMA-48 escape sequences. */
  COLOURED;

  public String bold(String text) {
    return escape("1", text);
  }

  String green(String text) {
    return escape("32", text);
  }

  String red(String text) {
    return escape("31", text);
  }

  String faint(String text) {
    return escape("2", text);
  }

  private String escape(String code, String text) {
    return this == PLAIN ? text : "\u001B[" + code + "m" + text + "\u001B[0m";
  }
}
