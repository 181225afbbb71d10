package dev.kafkalab.grader.classrun.page;

import dev.kafkalab.grader.classrun.book.State;

/** Says what became of submissions, for a heading and behind a number. */
final class StateWords {

  private StateWords() {}

  static String of(State state) {
    return switch (state) {
      case GRADED -> "graded";
      case REFUSED -> "refused";
      case MISSING -> "missing";
      case FAILED -> "failed by the grader";
      case PENDING -> "not graded yet";
    };
  }
}
