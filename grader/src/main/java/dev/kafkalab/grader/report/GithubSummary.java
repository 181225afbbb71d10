package dev.kafkalab.grader.report;

import dev.kafkalab.grader.feedback.DeadText;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.FeedbackText;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.grade.Grade;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.rubric.OutcomeKind;
import dev.kafkalab.grader.rubric.Task;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Writes a grading as Markdown for the summary of a job of GitHub Actions. Feedback is inside
 * HTML's {@code pre}, where it is not read as Markdown.
 */
public final class GithubSummary {

  /**
   * GitHub drops a summary above 1 MiB completely. The rest leaves room for everything but
   * feedback, and for what others add to the same step.
   */
  private static final int MOST_BYTES = 900_000;

  private final GradedSubmission graded;
  private int written;
  private final StringBuilder out = new StringBuilder();

  private GithubSummary(GradedSubmission graded) {
    this.graded = graded;
  }

  public static String of(GradedSubmission graded, Surroundings surroundings) {
    return new GithubSummary(graded).write();
  }

  private String write() {
    Grade grade = graded.grade();
    line(
        String.format(
            Locale.ROOT, "## Kafka lab: %d of %d points", grade.score(), grade.maxScore()));
    line("");
    if (grade.maxBonus() > 0) {
      line(String.format(Locale.ROOT, "%d of %d bonus points.", grade.bonus(), grade.maxBonus()));
    }
    line(
        String.format(
            Locale.ROOT,
            "Kafka %s (%s), isolation: %s, seed %d.",
            escaped(graded.broker().version()),
            escaped(graded.broker().kind()),
            escaped(graded.isolation()),
            graded.seed()));
    if (grade.isIncomplete() || !graded.isFinished()) {
      line("");
      line(
          "**Grading was interrupted, or the grader failed: this score does not count. Run it again.**");
    }
    for (Feedback problem : graded.problems()) {
      pre(FeedbackText.lines(problem));
    }
    if (graded.isGradable()) {
      grade.firstToDo().ifPresent(this::writeFirst);
      writeTable();
      writeDetails();
    }
    return out.toString();
  }

  private void writeFirst(CriterionResult first) {
    line("");
    line("### Fix first: `%s`".formatted(first.criterion().id()));
    if (first.feedback() != null) {
      pre(FeedbackText.lines(first.feedback()));
    }
  }

  private void writeTable() {
    line("");
    line("| | criterion | points | requirement |");
    line("|---|---|--:|---|");
    for (Task task : Task.values()) {
      graded.grade().results().stream()
          .filter(result -> result.criterion().task() == task)
          .forEach(
              result ->
                  line(
                      String.format(
                          Locale.ROOT,
                          "| %s | `%s` | %d/%d | %s |",
                          Marks.of(result.kind(), Style.PLAIN),
                          result.criterion().id(),
                          result.points(),
                          result.criterion().points(),
                          escaped(result.criterion().title()))));
    }
    line("");
    line(
        "`✓` passed, `✗` failed, `·` not attempted, `–` blocked by another criterion, `!` the grader failed.");
  }

  private void writeDetails() {
    graded.grade().results().stream()
        .filter(result -> result.kind() == OutcomeKind.FAILED && result.feedback() != null)
        .forEach(
            result -> {
              line("");
              line("<details><summary>%s</summary>".formatted(result.criterion().id()));
              pre(Words.of(result).lines().toList());
              line("</details>");
            });
  }

  private void pre(List<String> lines) {
    line("");
    line("<pre>");
    for (String text : lines) {
      String dead = escaped(text);
      if (written + bytes(dead) > MOST_BYTES) {
        line("… truncated: the rest does not fit on this page.");
        break;
      }
      line(dead);
    }
    line("</pre>");
  }

  private static String escaped(String text) {
    return DeadText.of(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("|", "&#124;");
  }

  private void line(String text) {
    out.append(text).append('\n');
    written += bytes(text) + 1;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
