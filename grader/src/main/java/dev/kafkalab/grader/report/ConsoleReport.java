package dev.kafkalab.grader.report;

import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.FeedbackText;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.rubric.Outcome;
import dev.kafkalab.grader.rubric.Task;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Writes a grading for people: what to fix first, then every criterion by task. */
public final class ConsoleReport {

  private final GradedSubmission graded;
  private final Style style;
  private final StringBuilder out = new StringBuilder();

  private ConsoleReport(GradedSubmission graded, Style style) {
    this.graded = graded;
    this.style = style;
  }

  /** Returns the report, with a line break at its end. */
  public static String of(GradedSubmission graded, Style style) {
    return new ConsoleReport(graded, style).write();
  }

  /** Returns one line for a criterion that has just ended. */
  public static String tick(CriterionResult result, Style style) {
    return String.format(
        Locale.ROOT,
        "  %s %-24s %6.1f s",
        mark(result.outcome(), style),
        result.criterion().id(),
        result.duration().toMillis() / 1000.0);
  }

  /** Returns where the time went, one line each. */
  public static String timings(GradedSubmission graded) {
    StringBuilder text = new StringBuilder("Where the time went\n");
    graded.timings().forEach((name, time) -> text.append(timing(name, time)));
    return text.append(timing("all of it", graded.duration())).toString();
  }

  private static String timing(String name, Duration time) {
    return String.format(Locale.ROOT, "  %-26s %6.2f s\n", name, time.toMillis() / 1000.0);
  }

  private String write() {
    line(
        style.bold(
            "%s: %d of %d points"
                .formatted(
                    graded.submission(), graded.grade().score(), graded.grade().maxScore())));
    line(
        style.faint(
            String.format(
                Locale.ROOT,
                "Kafka %s (%s), seed %d, %.1f s",
                graded.brokerVersion(),
                graded.brokerKind(),
                graded.seed(),
                graded.duration().toMillis() / 1000.0)));
    if (graded.isGradable()) {
      writeFirstToFix();
      for (Task task : Task.values()) {
        writeTask(task);
      }
    } else {
      writeProblems();
    }
    if (graded.grade().isIncomplete()) {
      line("");
      line(style.bold("The grader itself failed: this score does not count. Please run it again."));
    }
    return out.toString();
  }

  private void writeProblems() {
    line("");
    line("Nothing could be run, so nothing earned points. Fix this first:");
    for (Feedback problem : graded.problems()) {
      line("");
      writeFeedback(problem);
    }
  }

  private void writeFirstToFix() {
    graded
        .grade()
        .firstToFix()
        .ifPresent(
            result -> {
              line("");
              line(style.bold("Fix first: " + result.criterion().id()));
              Feedback feedback = result.feedback();
              if (feedback != null) {
                writeFeedback(feedback);
              }
            });
  }

  private void writeTask(Task task) {
    List<CriterionResult> results =
        graded.grade().results().stream()
            .filter(result -> result.criterion().task() == task)
            .toList();
    if (results.isEmpty()) {
      return;
    }
    int points = results.stream().mapToInt(CriterionResult::points).sum();
    int most = results.stream().mapToInt(result -> result.criterion().points()).sum();
    line("");
    line(style.bold("Task %d: %s  %d of %d".formatted(task.number(), task.title(), points, most)));
    results.forEach(this::writeResult);
  }

  private void writeResult(CriterionResult result) {
    line(
        "%s %2d/%-2d %-24s %s"
            .formatted(
                mark(result.outcome(), style),
                result.points(),
                result.criterion().points(),
                result.criterion().id(),
                result.outcome() == Outcome.BLOCKED
                    ? "blocked by " + result.blocker()
                    : result.criterion().title()));
    Feedback feedback = result.feedback();
    if (feedback != null && !isFirstToFix(result)) {
      writeFeedback(feedback);
    } else if (feedback != null) {
      line("           (see above)");
    }
  }

  private boolean isFirstToFix(CriterionResult result) {
    return graded.grade().firstToFix().filter(result::equals).isPresent();
  }

  private void writeFeedback(Feedback feedback) {
    FeedbackText.lines(feedback).forEach(text -> line("           " + text));
  }

  private static String mark(Outcome outcome, Style style) {
    return switch (outcome) {
      case PASSED -> style.green("✓");
      case FAILED -> style.red("✗");
      case NOT_ATTEMPTED -> style.faint("·");
      case BLOCKED -> style.faint("–");
      case INFRASTRUCTURE -> style.red("!");
    };
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
