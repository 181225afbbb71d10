package dev.kafkalab.grader.classrun.export;

import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.book.GradeReport;
import dev.kafkalab.grader.classrun.book.Mark;
import dev.kafkalab.grader.classrun.book.PointsByHand;
import dev.kafkalab.grader.classrun.book.Standing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a class as CSV (RFC 4180, with a byte-order mark, by which Excel knows UTF-8): a line for
 * each student, and a column for each criterion.
 */
public final class ClassTable {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final List<String> HEAD =
      List.of(
          "id",
          "name",
          "group",
          "state",
          "score",
          "maxScore",
          "bonus",
          "maxBonus",
          "late",
          "penalty",
          "override",
          "final",
          "isolation",
          "seed",
          "tries",
          "seconds",
          "problem");

  private final CsvForm form;
  private final List<String> criteria;

  private ClassTable(CsvForm form, List<String> criteria) {
    this.form = form;
    this.criteria = criteria;
  }

  /**
   * Returns the table.
   *
   * @param criteria the ids of the criteria that have a column each
   */
  public static String of(ClassBook book, List<String> criteria, CsvForm form) {
    ClassTable table = new ClassTable(form, criteria);
    List<String> head = new ArrayList<>(HEAD);
    head.addAll(criteria);
    return BYTE_ORDER_MARK
        + form.row(head)
        + book.rows().stream().map(table::cells).map(form::row).collect(Collectors.joining());
  }

  private List<String> cells(ClassBook.Row row) {
    GradeReport report = row.report();
    Mark mark = row.mark();
    Standing standing = row.standing();
    List<String> cells =
        new ArrayList<>(
            List.of(
                row.who().id(),
                row.who().name(),
                row.who().group(),
                standing.state().word(),
                report == null ? "" : form.number(mark.score()),
                report == null ? "" : Integer.toString(report.maxScore()),
                report == null ? "" : form.number(mark.bonus()),
                report == null ? "" : Integer.toString(report.maxBonus()),
                Lateness.of(mark),
                mark.penalty().signum() == 0 ? "" : form.number(mark.penalty()),
                mark.byHand().stream().map(this::byHand).collect(Collectors.joining("; ")),
                form.number(mark.total()),
                report == null ? "" : report.isolation(),
                report == null ? "" : Long.toString(report.seed()),
                Integer.toString(standing.tries()),
                form.number(BigDecimal.valueOf(standing.seconds())),
                standing.problem()));
    for (String criterion : criteria) {
      cells.add(form.number(mark.points().get(criterion)));
    }
    return cells;
  }

  private String byHand(PointsByHand each) {
    String what = each.isOfAll() ? "all" : each.criterion();
    String why = each.reason().isEmpty() ? "" : " (" + each.reason() + ")";
    return what + ": " + form.number(each.points()) + why;
  }
}
