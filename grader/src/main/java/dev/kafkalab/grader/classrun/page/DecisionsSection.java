package dev.kafkalab.grader.classrun.page;

import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.book.PointsByHand;
import dev.kafkalab.grader.classrun.book.State;
import dev.kafkalab.grader.classrun.book.Student;
import dev.kafkalab.grader.classrun.figures.Headcount;
import dev.kafkalab.grader.report.html.Html;
import java.util.List;
import java.util.function.Function;

/** Lists what somebody has to look at before the points are released. */
final class DecisionsSection {

  private static final int MOST_UNFOLDED = 5;

  private final ClassBook book;
  private final Html html;

  DecisionsSection(ClassBook book, Html html) {
    this.book = book;
    this.html = html;
  }

  static boolean isNeeded(ClassBook book) {
    return Headcount.of(book, State.FAILED) + Headcount.of(book, State.REFUSED) > 0
        || !book.forNobody().isEmpty()
        || !questions(book).isEmpty();
  }

  void write() {
    if (!isNeeded(book)) {
      return;
    }
    html.add("<section aria-labelledby=\"decisions\"><h2 id=\"decisions\">To decide</h2>");
    writeForNobody();
    Function<ClassBook.Row, String> problem = row -> row.standing().problem();
    writeStudents(
        "Failed by the grader", "They have no score. Grade them again.", of(State.FAILED), problem);
    writeStudents(
        "Whose is it",
        "The download and the roster do not say for certain.",
        questions(book),
        row -> row.who().question());
    writeStudents(
        "Refused", "These cannot be graded. Ask for them again.", of(State.REFUSED), problem);
    html.add("</section>");
  }

  private void writeForNobody() {
    List<PointsByHand> all = book.forNobody();
    if (all.isEmpty()) {
      return;
    }
    html.add(
        "<div class=\"warning\" role=\"note\"><p><strong>Points by hand for nobody.</strong> Nobody "
            + "of this class has these ids of <code>overrides.csv</code>:</p><ul>");
    for (PointsByHand each : all) {
      html.add(
          "<li><code>%s</code>, %s: %s</li>", each.id(), ByHand.what(each), ByHand.words(each));
    }
    html.add("</ul></div>");
  }

  private void writeStudents(
      String title, String todo, List<ClassBook.Row> rows, Function<ClassBook.Row, String> why) {
    if (rows.isEmpty()) {
      return;
    }
    boolean isLong = rows.size() > MOST_UNFOLDED;
    html.add("<h3>%s: %s</h3><p>%s</p>", title, rows.size(), todo);
    html.raw(isLong ? "<details><summary>Who, and why</summary>\n<ul>" : "<ul>");
    rows.forEach(row -> writeItem(row.who(), why.apply(row)));
    html.raw(isLong ? "</ul></details>\n" : "</ul>\n");
  }

  private void writeItem(Student who, String why) {
    html.add(
        "<li><bdi>%s</bdi> <code>%s</code>%s</li>",
        who.name(), who.id(), why.isEmpty() ? "" : ": " + why);
  }

  private List<ClassBook.Row> of(State state) {
    return book.rows().stream().filter(row -> row.standing().state() == state).toList();
  }

  private static List<ClassBook.Row> questions(ClassBook book) {
    return book.rows().stream().filter(row -> !row.who().question().isEmpty()).toList();
  }
}
