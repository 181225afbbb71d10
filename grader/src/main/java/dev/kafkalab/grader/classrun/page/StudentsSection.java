package dev.kafkalab.grader.classrun.page;

import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.book.State;
import dev.kafkalab.grader.classrun.figures.Headcount;
import dev.kafkalab.grader.report.html.Html;
import dev.kafkalab.grader.rubric.CriterionInfo;
import java.util.List;

/** Writes the table of all students, and what it is searched and filtered with. */
final class StudentsSection {

  private static final List<String> TEXTS = List.of("name", "id", "group", "state");
  private static final List<String> NUMBERS = List.of("score", "bonus", "late", "penalty");

  private final ClassBook book;
  private final List<CriterionInfo> criteria;
  private final Html html;

  StudentsSection(ClassBook book, List<CriterionInfo> criteria, Html html) {
    this.book = book;
    this.criteria = criteria;
    this.html = html;
  }

  void write() {
    html.add("<section aria-labelledby=\"students\"><h2 id=\"students\">Students</h2>");
    writeFilter();
    writeLegend();
    html.add(
        "<div id=\"box\" class=\"wide\" tabindex=\"0\" role=\"region\" aria-labelledby=\"students\""
            + " style=\"--rows:%s\"><table id=\"table\"><caption class=\"unseen\">Students, with points for each "
            + "criterion. The buttons in the first row sort the table.</caption>",
        book.rows().size());
    writeHead();
    html.add("<tbody>");
    StudentRow row = new StudentRow(criteria, html);
    book.rows().forEach(row::write);
    html.add("</tbody></table></div></section>");
  }

  private void writeFilter() {
    html.add(
        "<div class=\"filter\" role=\"search\"><label>Name, id or group <input id=\"search\" type=\"search\""
            + " autocomplete=\"off\" spellcheck=\"false\"></label>"
            + "<label>State <select id=\"state\"><option value=\"\">all</option>");
    for (State state : State.values()) {
      long count = Headcount.of(book, state);
      if (count > 0) {
        html.add("<option value=\"%s\">%s (%s)</option>", state.word(), state.word(), count);
      }
    }
    html.add(
        "</select></label><p id=\"shown\" role=\"status\">%s of %s students</p></div>",
        book.rows().size(), book.rows().size());
  }

  private void writeHead() {
    html.add("<thead><tr>");
    TEXTS.forEach(each -> writeColumn(each, ""));
    NUMBERS.forEach(each -> writeColumn(each, "number"));
    writeColumn("by hand", "");
    writeColumn("final", "number");
    for (CriterionInfo criterion : criteria) {
      html.add(
          "<th scope=\"col\" class=\"criterion\" data-number title=\"%s\">"
              + "<button type=\"button\">%s</button></th>",
          criterion.title() + ": " + criterion.points() + " points", criterion.id());
    }
    html.add("</tr></thead>");
  }

  private void writeColumn(String name, String kind) {
    html.add(
        "<th scope=\"col\" class=\"%s\"%s><button type=\"button\">%s</button></th>"
            .formatted(kind, kind.isEmpty() ? "" : " data-number", name));
  }

  private void writeLegend() {
    html.add(
        "<p class=\"key faint\" aria-hidden=\"true\"><span class=\"p\">passed</span> <span class=\"f\">"
            + "failed</span> <span class=\"b\">blocked by another failure</span> <span class=\"n\">not "
            + "attempted</span> <span class=\"hand\">points by hand</span></p>");
  }
}
