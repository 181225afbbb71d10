package dev.kafkalab.grader.classrun.page;

import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.look.Asset;
import dev.kafkalab.grader.report.html.Html;
import dev.kafkalab.grader.rubric.CriterionInfo;
import java.util.List;

/**
 * Writes a class as one page for its instructor: what to decide before points are released, how the
 * class did, and a table of all students.
 *
 * <p>The page asks for nothing: its links lead to the students' pages beside it ({@code
 * feedback/ID.html}). Its only script sorts and filters the table.
 */
public final class ClassPage {

  private ClassPage() {}

  /**
   * Returns the page.
   *
   * @param criteria those that the run judges, in the rubric's order
   */
  public static String of(ClassBook book, List<CriterionInfo> criteria) {
    String script = Asset.text(ClassPage.class, "class.js");
    Html html = new Html();
    html.head(
        "Kafka lab: " + RunName.of(book),
        Asset.text(ClassPage.class, "class.css"),
        ContentPolicy.allowing(script));
    new PageHead(book, html).write();
    html.raw("<main>\n");
    new DecisionsSection(book, html).write();
    new PointsSection(book, html).write();
    new CriteriaSection(book, criteria, html).write();
    new MisconceptionsSection(book, html).write();
    new DeliverablesSection(book, html).write();
    new SimilarSection(book, html).write();
    new SlowestSection(book, html).write();
    new StudentsSection(book, criteria, html).write();
    html.raw("</main>\n<script>").raw(script).raw("</script>\n</body>\n</html>\n");
    return html.toString();
  }
}
