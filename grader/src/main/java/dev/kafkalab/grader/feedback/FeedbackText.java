package dev.kafkalab.grader.feedback;

import java.util.List;

/**
 * Sets feedback as plain text: the message, where it is, the facts in two columns, and what to do
 * next.
 */
public final class FeedbackText {

  private FeedbackText() {}

  /**
   * Returns the lines, without indentation; what came from a student's code has no control
   * characters any more.
   */
  public static List<String> lines(Feedback feedback) {
    StringBuilder text = new StringBuilder(clean(feedback.message())).append('\n');
    if (feedback.location() != null) {
      text.append("at ").append(clean(feedback.location().toString())).append('\n');
    }
    int width = feedback.facts().stream().mapToInt(fact -> fact.name().length()).max().orElse(0);
    for (Fact fact : feedback.facts()) {
      String indent = "\n" + " ".repeat(width + 4);
      text.append("  ").append(fact.name()).append(" ".repeat(width - fact.name().length()));
      text.append("  ").append(clean(fact.value()).replace("\n", indent)).append('\n');
    }
    if (!feedback.hint().isEmpty()) {
      text.append("→ ").append(clean(feedback.hint())).append('\n');
    }
    return text.toString().lines().toList();
  }

  /** A student's text may hold escape sequences that a terminal would obey. */
  private static String clean(String text) {
    return text.replaceAll("[\\p{Cc}&&[^\n\t]]", "�");
  }
}
