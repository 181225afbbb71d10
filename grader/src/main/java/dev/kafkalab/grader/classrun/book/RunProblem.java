package dev.kafkalab.grader.classrun.book;

/** Tells in one sentence why a folder cannot be used as a run. */
public final class RunProblem extends Exception {

  private static final long serialVersionUID = 1L;

  private final String sentence;

  /** Says it; ends with a full stop. */
  public RunProblem(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  /** Returns the sentence. */
  public String sentence() {
    return sentence;
  }
}
