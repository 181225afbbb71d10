package dev.kafkalab.grader.report;

import dev.kafkalab.grader.feedback.FeedbackText;
import dev.kafkalab.grader.feedback.Timeline.Step;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.grade.Grade;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Describes in plain text how a criterion or a grading ended. */
public final class Words {

  private Words() {}

  /** Returns the outcome, what blocks it, and the feedback, as lines. */
  static String of(CriterionResult result) {
    List<String> lines = new ArrayList<>();
    lines.add(outcome(result));
    if (result.feedback() != null) {
      lines.addAll(FeedbackText.lines(result.feedback()));
    }
    lines.addAll(FeedbackText.factsInBrief(result.observed()));
    return String.join("\n", lines);
  }

  /** Returns where the lab has hints for it: a section for each criterion. */
  public static String hints(CriterionResult result) {
    return "Stuck? HINTS.md, section " + result.criterion().id();
  }

  /** Returns the score, and the bonus if there can be one. */
  public static String points(Grade grade) {
    String points = String.format(Locale.ROOT, "%d of %d points", grade.score(), grade.maxScore());
    return grade.maxBonus() == 0
        ? points
        : points
            + String.format(
                Locale.ROOT, ", %d of %d bonus points", grade.bonus(), grade.maxBonus());
  }

  /** Returns the same in short form, such as {@code 83 of 100, 25 of 25 bonus}. */
  static String pointsInBrief(Grade grade) {
    String points = String.format(Locale.ROOT, "%d of %d", grade.score(), grade.maxScore());
    return grade.maxBonus() == 0
        ? points
        : points + String.format(Locale.ROOT, ", %d of %d bonus", grade.bonus(), grade.maxBonus());
  }

  /** Returns how it ended in a word or two, such as {@code not attempted}. */
  public static String outcome(CriterionResult result) {
    String word = result.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return switch (result.kind()) {
      case BLOCKED -> "blocked by " + result.blocker();
      case INFRASTRUCTURE -> "not judged: the grader failed";
      default -> word;
    };
  }

  /** Returns which offsets a step is about, such as {@code 3 to 7}. */
  public static String offsets(Step step) {
    return step.from() == step.to()
        ? String.valueOf(step.from())
        : step.from() + " to " + step.to();
  }
}
