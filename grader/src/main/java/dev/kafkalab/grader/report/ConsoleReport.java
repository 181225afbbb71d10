package dev.kafkalab.grader.report;

import dev.kafkalab.grader.feedback.Column;
import dev.kafkalab.grader.feedback.DeadText;
import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.FeedbackText;
import dev.kafkalab.grader.feedback.Misconception;
import dev.kafkalab.grader.feedback.Prose;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.grade.Deliverable;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.rubric.OutcomeKind;
import dev.kafkalab.grader.rubric.Task;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a grading for people: every criterion by task, and at the end, where eyes are, what to fix
 * first and the score.
 */
public final class ConsoleReport {

  private static final String INDENT = Conclusion.INDENT;

  /** What fits beside a criterion's name. */
  private static final int REASON = 60;

  private final GradedSubmission graded;
  private final Style style;
  private final @Nullable CriterionResult first;
  private final StringBuilder out = new StringBuilder();
  private final Set<Feedback> shown = new HashSet<>();
  private final Set<Misconception> told = EnumSet.noneOf(Misconception.class);

  private ConsoleReport(GradedSubmission graded, Style style) {
    this.graded = graded;
    this.style = style;
    this.first = graded.isGradable() ? graded.grade().firstToDo().orElse(null) : null;
  }

  /** Returns the report, with a line break at its end. */
  public static String of(GradedSubmission graded, Style style) {
    return DeadText.ofConsole(new ConsoleReport(graded, style).write());
  }

  /** Returns one line for a criterion that has just ended. */
  public static String tick(CriterionResult result, Style style) {
    return String.format(
        Locale.ROOT,
        "  %s %-24s %6.1f s",
        Marks.of(result.kind(), style),
        result.criterion().id(),
        result.duration().toMillis() / 1000.0);
  }

  /**
   * Returns one line for a criterion that has just ended, with its points and why it has no more.
   */
  public static String summary(CriterionResult result, Style style) {
    return String.format(
            Locale.ROOT,
            "%s %2d/%-2d %-24s %s",
            Marks.of(result.kind(), style),
            result.points(),
            result.criterion().points(),
            result.criterion().id(),
            reason(result))
        .stripTrailing();
  }

  private static String reason(CriterionResult result) {
    return switch (result.kind()) {
      case PASSED -> "";
      case NOT_ATTEMPTED -> result.isBonus() ? "optional, not written yet" : "not written yet";
      case BLOCKED -> Words.outcome(result);
      case FAILED, INFRASTRUCTURE ->
          result.feedback() == null
              ? ""
              : FeedbackText.brief(DeadText.of(result.feedback().message()), REASON);
    };
  }

  /** Returns how long each part took, one line each. */
  public static String timings(GradedSubmission graded) {
    StringBuilder text = new StringBuilder("Time taken\n");
    graded.timings().forEach((name, time) -> text.append(timing(name, time)));
    return text.append(timing("total", graded.duration())).toString();
  }

  private static String timing(String name, Duration time) {
    return String.format(Locale.ROOT, "  %-26s %6.2f s\n", name, time.toMillis() / 1000.0);
  }

  private String write() {
    line(style.bold(DeadText.of(graded.submission())));
    line(
        style.faint(
            String.format(
                Locale.ROOT,
                "Kafka %s (%s), isolation: %s, seed %d, %.1f s",
                graded.broker().version(),
                graded.broker().kind(),
                graded.isolation(),
                graded.seed(),
                graded.duration().toMillis() / 1000.0)));
    graded.allRemarks().forEach(remark -> line(style.faint(DeadText.of(remark))));
    if (graded.isGradable()) {
      for (Task task : Task.values()) {
        writeTask(task);
      }
    }
    writeDeliverables();
    line("");
    Conclusion.of(graded, style).forEach(this::line);
    return out.toString();
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
    line(
        style.bold(
            String.format(
                Locale.ROOT, "Task %d: %s  %d of %d", task.number(), task.title(), points, most)));
    writePassed(results.stream().filter(ConsoleReport::isPassed).toList());
    results.stream().filter(result -> !isPassed(result)).forEach(this::writeResult);
  }

  private static boolean isPassed(CriterionResult result) {
    return result.kind() == OutcomeKind.PASSED;
  }

  /** There is nothing to do about them: their names fit on a line. */
  private void writePassed(List<CriterionResult> passed) {
    if (passed.isEmpty()) {
      return;
    }
    int points = passed.stream().mapToInt(CriterionResult::points).sum();
    String start = String.format(Locale.ROOT, " %2d/%-2d ", points, points);
    String names =
        passed.stream().map(result -> result.criterion().id()).collect(Collectors.joining(", "));
    List<String> lines = Prose.lines(start, " ".repeat(start.length()), names);
    line(Marks.of(OutcomeKind.PASSED, style) + lines.get(0));
    lines.stream().skip(1).forEach(more -> line(" " + more));
  }

  private void writeResult(CriterionResult result) {
    line(
        String.format(
            Locale.ROOT,
            "%s %2d/%-2d %-24s %s",
            Marks.of(result.kind(), style),
            result.points(),
            result.criterion().points(),
            result.criterion().id(),
            result.kind() == OutcomeKind.BLOCKED
                ? "blocked by " + result.blocker()
                : result.criterion().title()));
    Feedback feedback = result.feedback();
    if (feedback != null) {
      writeFeedback(feedback, result.kind() == OutcomeKind.NOT_ATTEMPTED);
    }
    writeObserved(result);
    if (result.kind() == OutcomeKind.FAILED && !result.equals(first)) {
      line(INDENT + Words.hints(result));
    }
  }

  private void writeFeedback(Feedback feedback, boolean isStub) {
    if (!isToldLast(feedback) && shown.add(feedback)) {
      lines(feedback).forEach(text -> line(INDENT + text));
    } else if (!isStub) {
      line(INDENT + (shown.contains(feedback) ? "(see above)" : "(see below)"));
    }
  }

  private boolean isToldLast(Feedback feedback) {
    return first != null && feedback.equals(first.feedback());
  }

  /** A misconception is explained once, and that of what is to be fixed first at the end. */
  private List<String> lines(Feedback feedback) {
    Misconception misconception = feedback.misconception();
    if (misconception != null && first != null && isBehind(misconception, first)) {
      return FeedbackText.linesInBrief(feedback, "below");
    }
    return misconception == null || told.add(misconception)
        ? FeedbackText.lines(feedback)
        : FeedbackText.linesInBrief(feedback, "above");
  }

  private static boolean isBehind(Misconception misconception, CriterionResult result) {
    return result.feedback() != null && misconception == result.feedback().misconception();
  }

  /** Facts that the feedback has already given are not repeated. */
  private void writeObserved(CriterionResult result) {
    List<Fact> said = result.feedback() == null ? List.of() : result.feedback().facts();
    List<Fact> more = result.observed().stream().filter(fact -> !said.contains(fact)).toList();
    FeedbackText.factsInBrief(more).forEach(text -> line(style.faint(INDENT + "  " + text)));
  }

  private void writeDeliverables() {
    if (graded.deliverables().isEmpty()) {
      return;
    }
    List<Deliverable> missing =
        graded.deliverables().stream().filter(deliverable -> !deliverable.present()).toList();
    line("");
    line(
        style.bold(
            String.format(
                Locale.ROOT,
                "Deliverables  %d of %d",
                graded.deliverables().size() - missing.size(),
                graded.deliverables().size())));
    Column names = Column.of(missing.stream().map(Deliverable::name));
    for (Deliverable deliverable : missing) {
      String name = names.left(deliverable.name());
      String mark = Marks.of(false, style);
      String detail = DeadText.of(deliverable.detail());
      line("%s  %s  %s".formatted(mark, name, detail).stripTrailing());
    }
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
