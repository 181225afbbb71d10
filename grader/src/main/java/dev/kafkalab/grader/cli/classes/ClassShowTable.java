package dev.kafkalab.grader.cli.classes;

import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.book.PointsByHand;
import dev.kafkalab.grader.classrun.book.State;
import dev.kafkalab.grader.classrun.export.CsvForm;
import dev.kafkalab.grader.classrun.figures.Belief;
import dev.kafkalab.grader.classrun.figures.CriterionFigures;
import dev.kafkalab.grader.classrun.figures.Headcount;
import dev.kafkalab.grader.classrun.figures.Spread;
import dev.kafkalab.grader.feedback.DeadText;
import dev.kafkalab.grader.report.Style;
import dev.kafkalab.grader.rubric.CriterionInfo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes how a class did for the console, on about one screen. */
final class ClassShowTable {

  private static final int MOST_BELIEFS = 5;

  private final ClassBook book;
  private final Style style;
  private final List<String> lines = new ArrayList<>();

  private ClassShowTable(ClassBook book, Style style) {
    this.book = book;
    this.style = style;
  }

  /** Returns the lines. */
  static String of(ClassBook book, List<CriterionInfo> criteria, Style style) {
    ClassShowTable table = new ClassShowTable(book, style);
    table.addCriteria(criteria);
    table.addBeliefs();
    table.addProblems();
    table.addCounts();
    String text = String.join(System.lineSeparator(), table.lines) + System.lineSeparator();
    return DeadText.ofConsole(text) + ClassGradeTable.canaries(book.canaries());
  }

  /** Says where the files of a whole run are. */
  static String files(Path run) {
    return "The table is %s, and the page %s.%n"
        .formatted(run.resolve("class.csv"), run.resolve("class.html"));
  }

  private void addCriteria(List<CriterionInfo> criteria) {
    lines.add("passed   average   criterion");
    CriterionFigures.of(book, criteria).forEach(each -> lines.add(line(each)));
    lines.add("");
  }

  private static String line(CriterionFigures each) {
    return each.judged() == 0
        ? String.format(Locale.ROOT, "     –         –   %s", each.criterion().id())
        : String.format(
            Locale.ROOT,
            "%4d %%  %4s of %-2d  %s",
            each.passRate(),
            CsvForm.USUAL.number(each.average()),
            each.criterion().points(),
            each.criterion().id());
  }

  private void addBeliefs() {
    List<Belief> all = Belief.of(book);
    if (all.isEmpty()) {
      return;
    }
    lines.add("students   misconception");
    all.stream()
        .limit(MOST_BELIEFS)
        .forEach(
            each ->
                lines.add(
                    String.format(
                        Locale.ROOT,
                        "%8d   %s",
                        each.holders().size(),
                        DeadText.of(each.title()))));
    lines.add("");
  }

  private void addProblems() {
    int before = lines.size();
    book.rows().stream()
        .filter(row -> row.standing().state() == State.FAILED)
        .forEach(row -> lines.add(ClassGradeTable.line(row.standing())));
    book.canaries().stream()
        .filter(each -> !each.right())
        .forEach(each -> lines.add(ClassGradeTable.line(each)));
    book.forNobody().stream()
        .map(PointsByHand::id)
        .distinct()
        .forEach(
            id ->
                lines.add(
                    "! overrides.csv has points for '%s', which is nobody's id."
                        .formatted(DeadText.of(id))));
    if (lines.size() > before) {
      lines.add("");
    }
  }

  private void addCounts() {
    lines.add(
        style.bold(
            String.format(
                Locale.ROOT,
                "%d graded, %d refused, %d missing, %d failed by the grader, %d not graded yet",
                Headcount.of(book, State.GRADED),
                Headcount.of(book, State.REFUSED),
                Headcount.of(book, State.MISSING),
                Headcount.of(book, State.FAILED),
                Headcount.of(book, State.PENDING))));
    Spread.of(Headcount.totals(book)).map(ClassShowTable::line).ifPresent(lines::add);
  }

  private static String line(Spread spread) {
    return "Final points: median %s, middle half %s to %s, lowest %s, highest %s"
        .formatted(
            CsvForm.USUAL.number(spread.median()),
            CsvForm.USUAL.number(spread.lower()),
            CsvForm.USUAL.number(spread.upper()),
            CsvForm.USUAL.number(spread.lowest()),
            CsvForm.USUAL.number(spread.highest()));
  }
}
