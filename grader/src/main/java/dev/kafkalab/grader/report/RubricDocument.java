package dev.kafkalab.grader.report;

import dev.kafkalab.grader.feedback.Misconception;
import dev.kafkalab.grader.rubric.CriterionInfo;
import dev.kafkalab.grader.rubric.OutcomeKind;
import dev.kafkalab.grader.rubric.Task;
import java.util.List;
import java.util.Locale;

/** Writes the rubric as Markdown: the criteria by task, the outcomes, and the misconceptions. */
public final class RubricDocument {

  /** The command that regenerates the document, in the repository's root. */
  public static final String COMMAND = "./lab rubric > docs/rubric.md";

  private final List<CriterionInfo> criteria;
  private final StringBuilder out = new StringBuilder();

  private RubricDocument(List<CriterionInfo> criteria) {
    this.criteria = criteria;
  }

  /**
   * Returns the document, with a line break at its end.
   *
   * @param criteria all of them, in the order to print
   */
  public static String of(List<CriterionInfo> criteria) {
    return new RubricDocument(criteria).write();
  }

  private String write() {
    line("# Rubric");
    line("");
    line("Generated from the code by `" + COMMAND + "`: do not edit it by hand.");
    line("");
    line(
        String.format(
            Locale.ROOT,
            "%d points for the tasks, and %d bonus points for the challenges.",
            points(false),
            points(true)));
    for (Task task : Task.values()) {
      writeTask(task);
    }
    writeOutcomes();
    writeMisconceptions();
    return out.toString();
  }

  private int points(boolean bonus) {
    return criteria.stream()
        .filter(criterion -> criterion.task().isBonus() == bonus)
        .mapToInt(CriterionInfo::points)
        .sum();
  }

  private void writeTask(Task task) {
    List<CriterionInfo> asked =
        criteria.stream().filter(criterion -> criterion.task() == task).toList();
    if (asked.isEmpty()) {
      return;
    }
    int points = asked.stream().mapToInt(CriterionInfo::points).sum();
    heading(String.format(Locale.ROOT, "Task %d: %s", task.number(), task.title()));
    line(String.format(Locale.ROOT, "%d %s.", points, task.isBonus() ? "bonus points" : "points"));
    line("");
    row("criterion", "points", "requirement");
    row("---", "--:", "---");
    for (CriterionInfo criterion : asked) {
      row("`" + criterion.id() + "`", Integer.toString(criterion.points()), rule(criterion));
    }
  }

  private static String rule(CriterionInfo criterion) {
    String rule = criterion.title();
    return criterion.detail().isEmpty() ? rule : rule + ". " + criterion.detail();
  }

  private void writeOutcomes() {
    heading("Outcomes");
    row("outcome", "mark", "means");
    row("---", "---", "---");
    for (OutcomeKind outcome : OutcomeKind.values()) {
      row(outcome.name(), Marks.of(outcome), meaning(outcome));
    }
  }

  private static String meaning(OutcomeKind outcome) {
    return switch (outcome) {
      case PASSED -> "every requirement is met: full points";
      case FAILED -> "a requirement is not met; if the points are split, some may be earned";
      case NOT_ATTEMPTED -> "this part is not written yet";
      case BLOCKED -> "it could only fail, because the criterion that it names failed";
      case INFRASTRUCTURE ->
          "the grader failed: this costs no points, and the grading does not count";
    };
  }

  private void writeMisconceptions() {
    heading("Misconceptions");
    line("Wrong beliefs that lead to typical faults. Feedback names them.");
    for (Misconception misconception : Misconception.values()) {
      line("");
      line("### " + misconception.title());
      line("");
      line("`" + misconception.id() + "`. " + misconception.why());
      line("");
      line("What to do: " + misconception.hint());
      line("");
      line(
          "Read more: [%s](<%s>)"
              .formatted(misconception.chapter().title(), misconception.chapter().url()));
    }
  }

  private void heading(String text) {
    line("");
    line("## " + text);
    line("");
  }

  private void row(String... cells) {
    StringBuilder row = new StringBuilder("|");
    for (String cell : cells) {
      row.append(' ').append(cell.replace("|", "\\|")).append(" |");
    }
    line(row.toString());
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
