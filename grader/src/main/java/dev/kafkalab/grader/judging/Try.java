package dev.kafkalab.grader.judging;

/** Judges a criterion once. */
@FunctionalInterface
interface Try {

  /**
   * Judges it.
   *
   * @param alone whether no other criterion runs meanwhile
   * @throws dev.kafkalab.grader.criteria.stage.NeedsToBeAlone where it can only be judged so
   */
  Ending run(boolean alone);
}
