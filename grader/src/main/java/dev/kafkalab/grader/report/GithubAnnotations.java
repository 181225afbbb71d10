package dev.kafkalab.grader.report;

import dev.kafkalab.grader.feedback.DeadText;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.FeedbackText;
import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.rubric.OutcomeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes failures as workflow commands of GitHub Actions, to be printed: each becomes an annotation
 * of the line that it is about. A blocked criterion is reported only through its cause.
 */
public final class GithubAnnotations {

  /** GitHub shows no more per step: "Usage limits" of its workflow commands. */
  private static final int MOST = 10;

  private GithubAnnotations() {}

  public static String of(GradedSubmission graded, Surroundings surroundings) {
    List<String> lines = new ArrayList<>();
    for (Feedback problem : graded.problems()) {
      lines.add(command("Cannot be graded", problem, graded, surroundings));
    }
    for (CriterionResult result : graded.grade().results()) {
      Feedback feedback = result.feedback();
      if (result.kind() == OutcomeKind.FAILED && feedback != null) {
        String title =
            String.format(
                Locale.ROOT,
                "%s: %d of %d points",
                result.criterion().id(),
                result.points(),
                result.criterion().points());
        lines.add(command(title, feedback, graded, surroundings));
      }
    }
    return lines.stream().limit(MOST).collect(Collectors.joining());
  }

  private static String command(
      String title, Feedback feedback, GradedSubmission graded, Surroundings surroundings) {
    return "::error %stitle=%s::%s\n"
        .formatted(
            place(feedback.location(), graded, surroundings),
            DeadText.ofProperty(title),
            DeadText.ofCommand(String.join("\n", FeedbackText.lines(feedback))));
  }

  private static String place(
      @Nullable Location location, GradedSubmission graded, Surroundings surroundings) {
    return location == null
        ? ""
        : String.format(
            Locale.ROOT,
            "file=%s,line=%d,",
            DeadText.ofProperty(surroundings.pathOf(location, graded)),
            location.line());
  }
}
