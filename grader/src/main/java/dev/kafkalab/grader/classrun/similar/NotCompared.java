package dev.kafkalab.grader.classrun.similar;

/** Tells in one sentence why submissions could not be compared, and what to do. */
public final class NotCompared extends Exception {

  private static final long serialVersionUID = 1L;

  private final String sentence;

  /** Says it; ends with a full stop. */
  NotCompared(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  /** Returns the sentence. */
  public String sentence() {
    return sentence;
  }
}
