package dev.kafkalab.grader.report;

import dev.kafkalab.grader.feedback.Column;
import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.FeedbackText;
import dev.kafkalab.grader.feedback.Misconception;
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

/** Writes a grading for people: what to fix first, then every criterion by task. */
public final class ConsoleReport {

  private static final String INDENT = " ".repeat(11);

  private final GradedSubmission graded;
  private final Style style;
  private final StringBuilder out = new StringBuilder();
  private final Set<Feedback> shown = new HashSet<>();
  private final Set<Misconception> told = EnumSet.noneOf(Misconception.class);

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
        Marks.of(result.kind(), style),
        result.criterion().id(),
        result.duration().toMillis() / 1000.0);
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
    line(style.bold(FeedbackText.clean(graded.submission()) + ": " + Words.points(graded.grade())));
    line(
        style.faint(
            String.format(
                Locale.ROOT,
                "Kafka %s (%s), seed %d, %.1f s",
                graded.broker().version(),
                graded.broker().kind(),
                graded.seed(),
                graded.duration().toMillis() / 1000.0)));
    graded.allRemarks().forEach(remark -> line(style.faint(FeedbackText.clean(remark))));
    if (graded.isGradable()) {
      graded.grade().firstToDo().ifPresent(this::writeFirst);
      for (Task task : Task.values()) {
        writeTask(task);
      }
    } else {
      writeProblems();
    }
    writeDeliverables();
    if (graded.grade().isIncomplete()) {
      line("");
      line(style.bold("The grader itself failed: this score does not count. Please run it again."));
    }
    return out.toString();
  }

  private void writeProblems() {
    line("");
    line("Nothing could be run, so there are no points. Fix this first:");
    for (Feedback problem : graded.problems()) {
      line("");
      writeFeedback(problem);
    }
  }

  private void writeFirst(CriterionResult result) {
    line("");
    if (result.kind() == OutcomeKind.FAILED) {
      line(style.bold("Fix first: " + result.criterion().id()));
    } else {
      line(
          style.bold(
              String.format(
                  Locale.ROOT,
                  "Next: write the code for %s (Task %d)",
                  result.criterion().id(),
                  result.criterion().task().number())));
      line(INDENT + result.criterion().title());
    }
    if (result.feedback() != null) {
      writeFeedback(result.feedback());
    }
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
    results.forEach(this::writeResult);
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
    if (feedback != null && !shown.contains(feedback)) {
      writeFeedback(feedback);
    } else if (feedback != null && result.kind() != OutcomeKind.NOT_ATTEMPTED) {
      line(INDENT + "(see above)");
    }
    writeObserved(result);
  }

  private void writeFeedback(Feedback feedback) {
    shown.add(feedback);
    Misconception misconception = feedback.misconception();
    boolean isNew = misconception == null || told.add(misconception);
    List<String> lines = isNew ? FeedbackText.lines(feedback) : FeedbackText.linesInBrief(feedback);
    lines.forEach(text -> line(INDENT + text));
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
    line("");
    line(style.bold("Deliverables"));
    Column names = Column.of(graded.deliverables().stream().map(Deliverable::name));
    for (Deliverable deliverable : graded.deliverables()) {
      String name = names.left(deliverable.name());
      String mark = Marks.of(deliverable.present(), style);
      String detail = FeedbackText.clean(deliverable.detail());
      line("%s  %s  %s".formatted(mark, name, detail).stripTrailing());
    }
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
