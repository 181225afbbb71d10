package dev.kafkalab.grader.classrun.page;

import dev.kafkalab.grader.rubric.OutcomeKind;

/** Says how a criterion ended, in a cell of a table with thousands of them. */
final class OutcomeCell {

  private OutcomeCell() {}

  /** Returns the class of the style sheet, which adds the mark and its name for screen readers. */
  static String style(OutcomeKind kind) {
    return switch (kind) {
      case PASSED -> "p";
      case FAILED -> "f";
      case BLOCKED -> "b";
      case NOT_ATTEMPTED -> "n";
      case INFRASTRUCTURE -> "i";
    };
  }

  /** Returns it in a word or two. */
  static String words(OutcomeKind kind) {
    return switch (kind) {
      case PASSED -> "passed";
      case FAILED -> "failed";
      case BLOCKED -> "blocked";
      case NOT_ATTEMPTED -> "not attempted";
      case INFRASTRUCTURE -> "not judged";
    };
  }
}
