package dev.kafkalab.grader.classrun.export;

import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.book.GradeReport;
import dev.kafkalab.grader.classrun.book.GradeReport.OfCriterion;
import dev.kafkalab.grader.feedback.DeadText;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Writes a short comment for a platform: what counts, and what to do first. */
public final class CommentHtml {

  private CommentHtml() {}

  /** Returns whether a comment was written here, and by nobody else. */
  public static boolean isOurs(String html) {
    return html.contains(MarkText.COUNTS);
  }

  /**
   * Returns HTML of one line; all text is escaped.
   *
   * @param canWrite whether the file has a character: others are written as references
   */
  public static String of(ClassBook.Row row, Predicate<String> canWrite) {
    String counts = "<p>" + escaped(String.join(" ", MarkText.sentences(row))) + "</p>";
    GradeReport report = row.report();
    String first =
        report == null
            ? ""
            : ToDo.of(report).stream().findFirst().map(CommentHtml::first).orElse("");
    return (counts + first)
        .codePoints()
        .mapToObj(Character::toString)
        .map(each -> canWrite.test(each) ? each : reference(each))
        .collect(Collectors.joining());
  }

  private static String first(OfCriterion each) {
    return "<p>What to do first: <strong>%s</strong>: %s</p>"
        .formatted(escaped(ToDo.where(each)), escaped(ToDo.what(each)));
  }

  private static String escaped(String text) {
    return DeadText.ofHtml(text).replace("\n", "<br>");
  }

  private static String reference(String character) {
    return String.format(Locale.ROOT, "&#%d;", character.codePointAt(0));
  }
}
