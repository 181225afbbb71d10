package dev.kafkalab.grader.cli.classes;

import dev.kafkalab.grader.classrun.book.State;
import dev.kafkalab.grader.classrun.book.StudentChange;
import dev.kafkalab.grader.feedback.DeadText;
import dev.kafkalab.grader.feedback.Ellipsis;
import dev.kafkalab.grader.report.Style;
import dev.kafkalab.grader.rubric.OutcomeKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what is different in another run for the console. */
final class ClassDiffTable {

  private static final int LONGEST_MESSAGE = 160;

  private final Style style;
  private final StringBuilder out = new StringBuilder();

  private ClassDiffTable(Style style) {
    this.style = style;
  }

  /**
   * Returns the lines, the last of them a summary.
   *
   * @param all how many students the later run has
   */
  static String of(List<StudentChange> changes, int all, Style style) {
    ClassDiffTable table = new ClassDiffTable(style);
    changes.forEach(table::write);
    long unexplained = changes.stream().filter(StudentChange::isUnexplained).count();
    table.line(
        style.bold(
            String.format(
                Locale.ROOT,
                "%d of %d students have a different result%s",
                changes.size(),
                all,
                unexplained == 0
                    ? "."
                    : String.format(
                        Locale.ROOT,
                        "; of %d nothing explains it: grade these again, and report it with the seed.",
                        unexplained))));
    return table.out.toString();
  }

  private void write(StudentChange change) {
    String why =
        change.isUnexplained()
            ? "nothing explains it"
            : change.reasons().stream()
                .sorted()
                .map(StudentChange.Reason::words)
                .collect(Collectors.joining(", "));
    String head =
        String.format(
            Locale.ROOT,
            "%s (%s): %s → %s  [%s]",
            DeadText.of(change.who().name()),
            change.who().id(),
            standing(change.stateBefore(), change.before()),
            standing(change.stateAfter(), change.after()),
            why);
    line(change.isUnexplained() ? style.bold(head) : head);
    for (StudentChange.OfCriterion each : change.criteria()) {
      String message =
          each.message().isEmpty()
              ? ""
              : "  " + Ellipsis.after(LONGEST_MESSAGE, DeadText.of(each.message()));
      line(
          String.format(
              Locale.ROOT,
              "    %-26s %s → %s%s",
              each.id(),
              ended(each.outcomeBefore(), each.pointsBefore()),
              ended(each.outcomeAfter(), each.pointsAfter()),
              message.replace('\n', ' ')));
    }
  }

  private static String standing(State state, @Nullable BigDecimal total) {
    return total == null ? state.word() : plain(total);
  }

  private static String ended(@Nullable OutcomeKind outcome, @Nullable BigDecimal points) {
    return outcome == null
        ? "not judged"
        : outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ')
            + (points == null ? "" : " " + plain(points));
  }

  private static String plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
  }

  private void line(String text) {
    out.append(DeadText.ofConsole(text)).append(System.lineSeparator());
  }
}
