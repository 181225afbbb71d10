package dev.kafkalab.grader.classrun.export.sheet;

/** Says why a sheet cannot be filled in: nothing is written then. */
public final class SheetProblem extends Exception {

  private static final long serialVersionUID = 1L;

  private final String sentence;
  private final boolean isQuestion;

  private SheetProblem(String sentence, boolean isQuestion) {
    super(sentence);
    this.sentence = sentence;
    this.isQuestion = isQuestion;
  }

  /** Says that it is not a sheet of the kind that was asked for; ends with a full stop. */
  public static SheetProblem of(String sentence) {
    return new SheetProblem(sentence, false);
  }

  /** Says that somebody has to choose between several readings; ends with a full stop. */
  public static SheetProblem question(String sentence) {
    return new SheetProblem(sentence, true);
  }

  /** Returns the reason. */
  public String sentence() {
    return sentence;
  }

  /** Returns whether somebody has to choose. */
  public boolean isQuestion() {
    return isQuestion;
  }
}
