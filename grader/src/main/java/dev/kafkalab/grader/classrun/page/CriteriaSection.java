package dev.kafkalab.grader.classrun.page;

import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.export.CsvForm;
import dev.kafkalab.grader.classrun.figures.CriterionFigures;
import dev.kafkalab.grader.report.html.Html;
import dev.kafkalab.grader.rubric.CriterionInfo;
import dev.kafkalab.grader.rubric.OutcomeKind;
import java.util.List;

/** Writes how the class did in each criterion. */
final class CriteriaSection {

  private final List<CriterionFigures> all;
  private final Html html;

  CriteriaSection(ClassBook book, List<CriterionInfo> criteria, Html html) {
    this.all = CriterionFigures.of(book, criteria);
    this.html = html;
  }

  void write() {
    html.add(
        "<section aria-labelledby=\"criteria\"><h2 id=\"criteria\">Criteria</h2>"
            + "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-labelledby=\"criteria\">"
            + "<table class=\"criteria\"><caption class=\"unseen\">Criteria, with outcomes and average "
            + "points</caption><thead><tr><th scope=\"col\">criterion</th>"
            + "<th scope=\"col\" class=\"number\">passed</th>"
            + "<th scope=\"col\" class=\"number\">average</th>"
            + "<th scope=\"col\" class=\"number\">failed</th>"
            + "<th scope=\"col\" class=\"number\">blocked</th>"
            + "<th scope=\"col\" class=\"number\">not attempted</th></tr></thead><tbody>");
    all.forEach(this::writeRow);
    html.add("</tbody></table></div></section>");
  }

  private void writeRow(CriterionFigures each) {
    html.add(
        "<tr><th scope=\"row\"><code>%s</code> <span class=\"title\">%s</span></th>",
        each.criterion().id(), each.criterion().title());
    if (each.judged() == 0) {
      html.add("<td colspan=\"5\" class=\"faint\">not judged yet</td></tr>");
      return;
    }
    html.add(
        "<td class=\"number\">%s %%<div class=\"bar\" aria-hidden=\"true\">"
            + "<div style=\"width:%s%%\"></div></div></td>"
            + "<td class=\"number\">%s of %s</td>"
            + "<td class=\"number\">%s</td><td class=\"number\">%s</td><td class=\"number\">%s</td></tr>",
        each.passRate(),
        each.passRate(),
        CsvForm.USUAL.number(each.average()),
        each.criterion().points(),
        each.count(OutcomeKind.FAILED),
        each.count(OutcomeKind.BLOCKED),
        each.count(OutcomeKind.NOT_ATTEMPTED));
  }
}
