package dev.kafkalab.grader.handin.roster;

/** Says in one sentence why a file cannot be used as a roster. */
public final class RosterProblem extends Exception {

  private static final long serialVersionUID = 1;

  private final String sentence;

  RosterProblem(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  /** Returns the reason. */
  public String sentence() {
    return sentence;
  }
}
