package dev.kafkalab.grader.handin.mend;

/**
 * One thing that was done to read a submission.
 *
 * @param phrase what, in a few words, without a full stop
 */
public record Remark(Kind kind, String phrase) {

  /** How much it changes. */
  public enum Kind {
    /** How the platform or an archive has it: nothing of the student's was changed. */
    READ,
    /** Something was named, placed or encoded otherwise than the lab demands. */
    MENDED,
    /** Something that is nobody's work was not looked at. */
    LEFT_OUT
  }

  static Remark read(String phrase) {
    return new Remark(Kind.READ, phrase);
  }

  static Remark mended(String phrase) {
    return new Remark(Kind.MENDED, phrase);
  }

  static Remark leftOut(String phrase) {
    return new Remark(Kind.LEFT_OUT, phrase);
  }
}
