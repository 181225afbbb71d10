package dev.kafkalab.grader.classrun.page;

import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.book.Student;
import dev.kafkalab.grader.classrun.figures.MissingDeliverable;
import dev.kafkalab.grader.report.html.Html;
import java.util.List;

/** Lists what graded students have not handed in, with their names. */
final class DeliverablesSection {

  private final List<MissingDeliverable> all;
  private final Html html;

  DeliverablesSection(ClassBook book, Html html) {
    this.all = MissingDeliverable.of(book);
    this.html = html;
  }

  void write() {
    html.add(
        "<section aria-labelledby=\"deliverables\">"
            + "<h2 id=\"deliverables\">Missing deliverables</h2>");
    if (all.isEmpty()) {
      html.add("<p>None.</p>");
    }
    all.forEach(this::writeMissing);
    html.add("</section>");
  }

  private void writeMissing(MissingDeliverable missing) {
    html.add(
        "<details><summary><strong class=\"number\">%s</strong> <span>%s</span></summary>"
            + "<ul class=\"people\">",
        missing.students().size(), missing.name());
    for (Student who : missing.students()) {
      html.raw("<li>");
      StudentLink.write(who, html);
      html.raw("</li>");
    }
    html.add("</ul></details>");
  }
}
