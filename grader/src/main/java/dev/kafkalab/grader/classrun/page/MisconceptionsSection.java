package dev.kafkalab.grader.classrun.page;

import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.figures.Belief;
import dev.kafkalab.grader.report.html.Html;
import java.util.List;

/** Lists the misconceptions of the class, each with the students who have it and their lines. */
final class MisconceptionsSection {

  private final List<Belief> all;
  private final Html html;

  MisconceptionsSection(ClassBook book, Html html) {
    this.all = Belief.of(book);
    this.html = html;
  }

  void write() {
    html.add(
        "<section aria-labelledby=\"misconceptions\"><h2 id=\"misconceptions\">Misconceptions</h2>");
    if (all.isEmpty()) {
      html.add("<p>None were found.</p>");
    }
    all.forEach(this::writeBelief);
    html.add("</section>");
  }

  private void writeBelief(Belief belief) {
    html.add(
        "<details><summary><strong class=\"number\">%s</strong> <span>%s</span></summary>",
        belief.holders().size(), belief.title());
    if (!belief.why().isEmpty()) {
      html.add("<p>%s</p>", belief.why());
    }
    html.add("<ul class=\"people\">");
    for (Belief.Holder holder : belief.holders()) {
      html.raw("<li>");
      StudentLink.write(holder.who(), html);
      holder.places().forEach(place -> html.add("<code>%s</code>", place));
      html.raw("</li>");
    }
    html.add("</ul></details>");
  }
}
