package dev.kafkalab.grader.report;

import dev.kafkalab.grader.rubric.OutcomeKind;

/** Marks outcomes with one character each. */
public final class Marks {

  private Marks() {}

  public static String of(OutcomeKind outcome) {
    return switch (outcome) {
      case PASSED -> "✓";
      case FAILED -> "✗";
      case NOT_ATTEMPTED -> "·";
      case BLOCKED -> "–";
      case INFRASTRUCTURE -> "!";
    };
  }

  public static String of(OutcomeKind outcome, Style style) {
    String mark = of(outcome);
    return switch (outcome) {
      case PASSED -> style.green(mark);
      case FAILED, INFRASTRUCTURE -> style.red(mark);
      case NOT_ATTEMPTED, BLOCKED -> style.faint(mark);
    };
  }

  public static String of(boolean present, Style style) {
    return of(present ? OutcomeKind.PASSED : OutcomeKind.NOT_ATTEMPTED, style);
  }
}
