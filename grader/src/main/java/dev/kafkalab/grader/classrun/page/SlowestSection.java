package dev.kafkalab.grader.classrun.page;

import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.report.html.Html;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Lists the gradings that took the longest. */
final class SlowestSection {

  private static final int MOST = 5;

  private final List<ClassBook.Row> slowest;
  private final Html html;

  SlowestSection(ClassBook book, Html html) {
    this.slowest =
        book.rows().stream()
            .filter(row -> row.report() != null && row.standing().seconds() > 0)
            .sorted(Comparator.comparing(row -> -row.standing().seconds()))
            .limit(MOST)
            .toList();
    this.html = html;
  }

  void write() {
    html.add("<section aria-labelledby=\"slowest\"><h2 id=\"slowest\">Slowest gradings</h2>");
    if (slowest.isEmpty()) {
      html.add("<p>None yet.</p>");
    } else {
      html.add("<ol>");
      slowest.forEach(this::writeRow);
      html.add("</ol>");
    }
    html.add("</section>");
  }

  private void writeRow(ClassBook.Row row) {
    html.raw("<li>");
    StudentLink.write(row.who(), html);
    html.add(
        "%s%s</li>",
        String.format(Locale.ROOT, "%.1f s", row.standing().seconds()),
        row.standing().tries() > 1 ? ", " + row.standing().tries() + " tries" : "");
  }
}
