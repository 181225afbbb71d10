package dev.kafkalab.grader.classrun.export.fill;

import java.util.List;

/** Whose a row of a sheet is; nobody is ever guessed. */
sealed interface Found {

  /** Says that exactly one person is meant. */
  record One(Member member) implements Found {}

  /** Says that nobody of the run is meant. */
  record Nobody() implements Found {}

  /**
   * Asks who is meant.
   *
   * @param question half a sentence
   */
  record Unsure(String question, List<Member> candidates) implements Found {

    /** Copies the list, so that a question never changes. */
    public Unsure {
      candidates = List.copyOf(candidates);
    }
  }
}
