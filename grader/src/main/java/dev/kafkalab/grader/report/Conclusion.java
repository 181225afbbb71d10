package dev.kafkalab.grader.report;

import dev.kafkalab.grader.feedback.DeadText;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.FeedbackText;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.rubric.OutcomeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Writes how a report ends: what to do first, and the score as its last line. */
public final class Conclusion {

  /** What the lines about a criterion begin with. */
  static final String INDENT = " ".repeat(11);

  private Conclusion() {}

  /** Returns the lines, with an empty one between its parts. */
  public static List<String> of(GradedSubmission graded, Style style) {
    List<String> lines = new ArrayList<>();
    if (graded.isGradable()) {
      graded.grade().firstToDo().ifPresent(first -> lines.addAll(of(first, style)));
    } else {
      lines.add("Nothing could be run, so there are no points. Fix this first:");
      lines.add("");
      for (Feedback problem : graded.problems()) {
        FeedbackText.lines(problem).forEach(line -> lines.add(INDENT + line));
        lines.add("");
      }
    }
    lines.add(style.bold(score(graded)));
    if (graded.grade().isIncomplete()) {
      lines.add(
          style.bold("The grader itself failed: this score does not count. Please run it again."));
    }
    return lines;
  }

  /** Returns what there is to do about one criterion, with an empty line at the end. */
  public static List<String> of(CriterionResult first, Style style) {
    return Stream.of(
            Stream.of(style.bold(heading(first))),
            first(first).stream().map(line -> INDENT + line),
            Stream.of(""))
        .flatMap(lines -> lines)
        .toList();
  }

  /** Returns the score; for people, a line of its own. */
  public static String score(GradedSubmission graded) {
    return DeadText.ofConsole(
        DeadText.of(graded.submission()) + ": " + Words.points(graded.grade()));
  }

  private static String heading(CriterionResult first) {
    return first.kind() == OutcomeKind.FAILED
        ? "Fix first: " + first.criterion().id()
        : String.format(
            Locale.ROOT,
            "Next: write the code for %s (Task %d)",
            first.criterion().id(),
            first.criterion().task().number());
  }

  private static List<String> first(CriterionResult result) {
    return Stream.of(
            result.kind() == OutcomeKind.FAILED
                ? Stream.<String>empty()
                : Stream.of(result.criterion().title()),
            Stream.ofNullable(result.feedback())
                .flatMap(feedback -> FeedbackText.lines(feedback).stream()),
            Stream.of(Words.hints(result)))
        .flatMap(lines -> lines)
        .toList();
  }
}
