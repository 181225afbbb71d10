package dev.kafkalab.grader.classrun.page;

import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.figures.Headcount;
import dev.kafkalab.grader.classrun.figures.Histogram;
import dev.kafkalab.grader.report.html.Html;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Draws how the points are distributed, and writes the same as a table. */
final class PointsSection {

  private final ClassBook book;
  private final Html html;

  PointsSection(ClassBook book, Html html) {
    this.book = book;
    this.html = html;
  }

  void write() {
    List<BigDecimal> totals = Headcount.totals(book);
    html.add("<section aria-labelledby=\"points\"><h2 id=\"points\">Points</h2>");
    if (totals.isEmpty()) {
      html.add("<p>None yet.</p>");
    } else {
      html.add(
          "<p>Final points of %s: bonus, lateness and points by hand are included.</p>",
          students(totals.size()));
      Histogram histogram = Histogram.of(totals, most());
      writeBars(histogram);
      writeTable(histogram);
    }
    html.add("</section>");
  }

  private int most() {
    return Headcount.reports(book)
        .mapToInt(each -> each.maxScore() + each.maxBonus())
        .max()
        .orElse(0);
  }

  private void writeBars(Histogram histogram) {
    html.add(
        "<div class=\"bars\" role=\"img\" aria-label=\"Distribution of points; the table below has "
            + "the numbers\">");
    for (Histogram.Step step : histogram.steps()) {
      html.add(
          "<div title=\"%s: %s\"><span>%s</span><i style=\"--of:%s\"></i><span>%s</span></div>",
          step.words(),
          students(step.students()),
          step.students() == 0 ? "" : step.students(),
          String.format(Locale.ROOT, "%.3f", (double) step.students() / histogram.highest()),
          step.from());
    }
    html.add("</div>");
  }

  private void writeTable(Histogram histogram) {
    html.add(
        "<details><summary>As a table</summary><table><caption class=\"unseen\">Students by points"
            + "</caption><thead><tr><th scope=\"col\">points</th><th scope=\"col\">students</th></tr>"
            + "</thead><tbody>");
    for (Histogram.Step step : histogram.steps()) {
      html.add(
          "<tr><th scope=\"row\">%s</th><td class=\"number\">%s</td></tr>",
          step.words(), step.students());
    }
    html.add("</tbody></table></details>");
  }

  private static String students(int count) {
    return count == 1 ? "1 student" : count + " students";
  }
}
