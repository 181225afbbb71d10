package dev.kafkalab.grader.classrun.page;

import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.book.GradeReport;
import dev.kafkalab.grader.classrun.book.Mark;
import dev.kafkalab.grader.classrun.book.PointsByHand;
import dev.kafkalab.grader.classrun.book.Student;
import dev.kafkalab.grader.classrun.export.CsvForm;
import dev.kafkalab.grader.classrun.export.Lateness;
import dev.kafkalab.grader.report.html.Html;
import dev.kafkalab.grader.rubric.CriterionInfo;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes a student's line of the table: what counts, why, and what each criterion gave. */
final class StudentRow {

  private final List<CriterionInfo> criteria;
  private final Html html;

  StudentRow(List<CriterionInfo> criteria, Html html) {
    this.criteria = criteria;
    this.html = html;
  }

  void write(ClassBook.Row row) {
    writeWho(row);
    GradeReport report = row.report();
    Mark mark = row.mark();
    if (report == null) {
      html.add("<td></td><td></td>");
    } else {
      writePoints(mark.score(), report.score());
      writePoints(mark.bonus(), report.bonus());
    }
    writeLateness(mark);
    writeByHand(mark);
    writeFinal(mark, report);
    criteria.forEach(criterion -> writeCell(criterion, mark, report));
    html.add("</tr>");
  }

  private void writeWho(ClassBook.Row row) {
    Student who = row.who();
    html.raw("<tr><th scope=\"row\">");
    if (row.report() == null) {
      StudentLink.writeWithout(who, html);
    } else {
      StudentLink.write(who, html);
    }
    String state = row.standing().state().word();
    html.add(
        "</th><td><code>%s</code></td><td><bdi>%s</bdi></td><td class=\"%s\" title=\"%s\">%s</td>",
        who.id(), who.group(), state, row.standing().problem(), state);
  }

  private void writePoints(BigDecimal counts, int graded) {
    boolean isChanged = counts.compareTo(BigDecimal.valueOf(graded)) != 0;
    html.add(
        isChanged
            ? "<td class=\"number\">%s <span class=\"why\">(by hand, graded %s)</span></td>"
            : "<td class=\"number\">%s</td>",
        CsvForm.USUAL.number(counts),
        graded);
  }

  private void writeLateness(Mark mark) {
    html.add(
        "<td class=\"number\" data-v=\"%s\">%s</td><td class=\"number\">%s</td>",
        mark.isLate() ? minutes(mark.lateBy()) : "",
        Lateness.of(mark),
        mark.penalty().signum() == 0 ? "" : CsvForm.USUAL.number(mark.penalty()));
  }

  /** Where nobody knows how late it was, it comes before all others that were. */
  private static long minutes(@Nullable Duration late) {
    return late == null ? 0 : Math.max(1, late.toMinutes());
  }

  private void writeByHand(Mark mark) {
    html.raw("<td class=\"hands\">");
    mark.byHand()
        .forEach(each -> html.add("<span>%s: %s</span>", ByHand.what(each), ByHand.words(each)));
    html.add("</td>");
  }

  private void writeFinal(Mark mark, @Nullable GradeReport report) {
    String why = FinalReason.of(mark, report);
    html.add(
        why.isEmpty()
            ? "<td class=\"number\"><strong>%s</strong></td>"
            : "<td class=\"number\"><strong>%s</strong> <span class=\"why\">(%s)</span></td>",
        CsvForm.USUAL.number(mark.total()),
        why);
  }

  private void writeCell(CriterionInfo criterion, Mark mark, @Nullable GradeReport report) {
    GradeReport.OfCriterion found = report == null ? null : report.of(criterion.id()).orElse(null);
    if (found == null) {
      html.raw("<td></td>");
      return;
    }
    Optional<PointsByHand> byHand = ByHand.of(mark, criterion.id());
    html.add(
        "<td class=\"%s\" title=\"%s: %s, %s of %s%s\">%s</td>",
        OutcomeCell.style(found.outcome()) + (byHand.isPresent() ? " hand" : ""),
        found.id(),
        OutcomeCell.words(found.outcome()),
        found.points(),
        found.maxPoints(),
        byHand.map(each -> "; by hand " + ByHand.words(each)).orElse(""),
        CsvForm.USUAL.number(mark.points().get(criterion.id())));
  }
}
