package dev.kafkalab.grader.look;

/** The style sheet that all pages share; each page adds its own behind it. */
public final class Look {

  private Look() {}

  /** Returns the style sheet, as text. */
  public static String styleSheet() {
    return Asset.text(Look.class, "look.css");
  }
}
