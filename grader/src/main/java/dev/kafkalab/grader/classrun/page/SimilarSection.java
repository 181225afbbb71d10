package dev.kafkalab.grader.classrun.page;

import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.book.SimilarPairs;
import dev.kafkalab.grader.classrun.similar.SimilarityCheck;
import dev.kafkalab.grader.report.html.Html;
import java.util.List;

/** Lists the pairs of submissions that are alike, with their lines. */
final class SimilarSection {

  private static final int MOST_PARTS = 30;

  private final ClassBook book;
  private final Html html;

  SimilarSection(ClassBook book, Html html) {
    this.book = book;
    this.html = html;
  }

  void write() {
    html.add("<section aria-labelledby=\"similar\"><h2 id=\"similar\">Similar submissions</h2>");
    SimilarPairs found = book.similar();
    if (found == null) {
      html.add(
          "<p>Not compared yet: <code>lab class similar</code> compares all submissions with each "
              + "other.</p>");
    } else {
      writeWhat(found);
      found.pairs().forEach(this::writePair);
      writeLeftOut(found.leftOut());
    }
    html.add("</section>");
  }

  private void writeWhat(SimilarPairs found) {
    html.add(
        "<p>%s compared %s submissions (<time datetime=\"%s\">%s</time>), without what everybody was "
            + "given. Half of all pairs are less than %s %% alike. What is alike is no proof: look at "
            + "the lines, and talk to the students.</p>",
        found.tool(),
        found.compared(),
        found.at(),
        ShownTime.of(found.at()),
        found.medianPercent());
    html.add(
        found.pairs().isEmpty()
            ? "<p>No two submissions are so much alike that they are named.</p>"
            : "<p>To see the lines side by side, open <a href=\"%s\" download>%s</a> in JPlag's viewer "
                + "(<code>jplag.github.io/JPlag</code>). It reads the file in your browser and sends "
                + "it nowhere.</p>",
        SimilarityCheck.JPLAG_FILE,
        SimilarityCheck.JPLAG_FILE);
  }

  private void writePair(SimilarPairs.Pair pair) {
    html.add(
        "<details><summary><strong class=\"number\">%s %%</strong> <bdi>%s</bdi> and "
            + "<bdi>%s</bdi></summary><p>",
        pair.percent(), name(pair.one()), name(pair.other()));
    writePage(pair.one());
    html.add(", ");
    writePage(pair.other());
    html.add("</p><ul>");
    List<SimilarPairs.Part> parts = pair.parts();
    parts.stream()
        .limit(MOST_PARTS)
        .forEach(
            part ->
                html.add(
                    "<li><code>%s</code> is like <code>%s</code></li>", part.one(), part.other()));
    if (parts.size() > MOST_PARTS) {
      html.add("<li>and %s shorter parts</li>", parts.size() - MOST_PARTS);
    }
    html.add("</ul></details>");
  }

  private void writeLeftOut(List<SimilarPairs.LeftOut> all) {
    if (all.isEmpty()) {
      return;
    }
    html.add("<h3>Not compared: %s</h3><ul>", all.size());
    all.forEach(each -> html.add("<li><bdi>%s</bdi>: %s</li>", name(each.id()), each.why()));
    html.add("</ul>");
  }

  /** The reference, and whoever was not graded, has no page. */
  private void writePage(String id) {
    book.row(id)
        .filter(row -> row.report() != null)
        .ifPresentOrElse(
            row -> StudentLink.write(row.who(), html), () -> html.add("<bdi>%s</bdi>", name(id)));
  }

  private String name(String id) {
    return book.row(id)
        .map(row -> row.who().name())
        .orElse(id.equals(SimilarPairs.REFERENCE) ? "the reference solution" : id);
  }
}
