package dev.kafkalab.grader.mutation;

/**
 * A mutant and what became of it.
 *
 * @param id its name
 * @param file the source file's name
 * @param line the line of the change
 * @param code that line
 * @param operator the rule that made it
 * @param what the change in words
 * @param fate what became of it
 * @param by the criterion that noticed it, or the reason why none can
 * @param seed what the events of its grading were drawn from
 */
public record Judged(
    String id,
    String file,
    int line,
    String code,
    String operator,
    String what,
    Fate fate,
    String by,
    long seed) {

  static Judged of(Mutant mutant, Fate fate, String by, long seed) {
    return new Judged(
        mutant.id(),
        mutant.file(),
        mutant.line(),
        mutant.code(),
        mutant.operator(),
        mutant.what(),
        fate,
        by,
        seed);
  }

  /** Returns whether it was judged as it is now: the file may have changed since. */
  boolean isAbout(Mutant mutant) {
    return code.equals(mutant.code()) && what.equals(mutant.what());
  }
}
