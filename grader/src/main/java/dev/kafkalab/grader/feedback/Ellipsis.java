package dev.kafkalab.grader.feedback;

/** Shortens texts that students wrote, and marks where one was cut. */
public final class Ellipsis {

  private Ellipsis() {}

  /** Returns the text; of a longer one its first characters, followed by an ellipsis. */
  public static String after(int characters, String text) {
    return text.length() <= characters ? text : text.substring(0, characters) + "…";
  }
}
