package dev.kafkalab.grader.feedback;

import dev.kafkalab.grader.feedback.Timeline.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Formats steps as a table: one line each, oldest first, with a mark below a wrong step. */
final class StepTable {

  /** What a step did. */
  static final Function<Step, String> WORD = step -> step.kind().word();

  private static final Function<Step, String> OFFSETS = StepTable::offsets;
  private static final String GAP = "  ";

  /** How many steps a shortened table keeps after the wrong one. */
  private static final int AFTER = 3;

  private final String indent;
  private final List<Step> steps;
  private final List<Function<Step, String>> columns;

  private StepTable(String indent, List<Step> steps, List<Function<Step, String>> columns) {
    this.indent = indent;
    this.steps = steps;
    this.columns =
        columns.stream()
            .filter(column -> steps.stream().anyMatch(step -> !column.apply(step).isEmpty()))
            .toList();
  }

  /**
   * Returns the table's lines.
   *
   * @param columns the columns before offsets and locations; an empty column is left out
   * @param most how many steps to show: a longer table is shortened before its first wrong step
   */
  static List<String> lines(
      String indent, List<Step> steps, List<Function<Step, String>> columns, int most) {
    int end = steps.size() <= most ? steps.size() : Math.min(steps.size(), wrong(steps) + AFTER);
    int start = Math.max(0, end - most);
    List<Function<Step, String>> all = new ArrayList<>(columns);
    all.add(OFFSETS);
    all.add(step -> step.location() == null ? "" : step.location().toString());
    List<String> lines = new ArrayList<>();
    if (start > 0) {
      lines.add(indent + "… " + counted(start, "earlier"));
    }
    lines.addAll(new StepTable(indent, steps.subList(start, end), all).rows());
    if (end < steps.size()) {
      lines.add(indent + "… " + counted(steps.size() - end, "later"));
    }
    return lines;
  }

  /** Returns the number of steps up to the first wrong one, or to the end. */
  private static int wrong(List<Step> steps) {
    return IntStream.range(0, steps.size())
            .filter(each -> steps.get(each).wrong() != null)
            .findFirst()
            .orElse(steps.size() - 1)
        + 1;
  }

  private List<String> rows() {
    List<String> rows = new ArrayList<>();
    for (Step step : steps) {
      rows.add(row(step, columns.size()).stripTrailing());
      if (step.wrong() != null) {
        String below = " ".repeat(row(step, marked(step)).length());
        rows.addAll(Prose.lines(below + "^ ", below + "  ", step.wrong()));
      }
    }
    return rows;
  }

  /** Returns the first cells of a row, each as wide as its column. */
  private String row(Step step, int cells) {
    StringBuilder row = new StringBuilder(indent);
    for (Function<Step, String> column : columns.subList(0, cells)) {
      row.append(Column.of(steps.stream().map(column)).left(column.apply(step))).append(GAP);
    }
    return row.toString();
  }

  /** The mark is below the offsets, or below the kind of step if there are none. */
  private int marked(Step step) {
    return columns.indexOf(step.from() < 0 ? WORD : OFFSETS);
  }

  private static String offsets(Step step) {
    if (step.from() < 0) {
      return "";
    }
    return step.to() <= step.from() ? Long.toString(step.from()) : step.from() + " to " + step.to();
  }

  private static String counted(int count, String which) {
    return count + " " + which + (count == 1 ? " step" : " steps");
  }
}
