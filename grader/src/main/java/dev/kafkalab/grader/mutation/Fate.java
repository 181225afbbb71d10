package dev.kafkalab.grader.mutation;

/** What became of a mutant. */
public enum Fate {
  /** A criterion noticed it. */
  KILLED,
  /** All criteria that can see it passed. */
  SURVIVED,
  /** It keeps every rule of the lab, or breaks one that nobody can see: the reason is recorded. */
  EQUIVALENT,
  /** It does not compile. */
  NOT_VIABLE,
  /** The grader or the machine failed. */
  NOT_JUDGED
}
