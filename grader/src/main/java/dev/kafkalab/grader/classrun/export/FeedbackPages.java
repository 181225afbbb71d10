package dev.kafkalab.grader.classrun.export;

import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.book.Student;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names the students' pages so that a platform finds whose each is. */
public final class FeedbackPages {

  private static final Pattern MOODLE =
      Pattern.compile("(?<name>.+)_(?<id>\\d+)(?:_assignsubmission_file_?)?");
  private static final Pattern CANVAS =
      Pattern.compile(
          "(?<name>.+?)(?:_LATE)?_(?<user>\\d+)_(?<attachment>\\d+)(?:_.*)?", Pattern.DOTALL);
  private static final Pattern USER = Pattern.compile(".+_(?<user>\\d+)");

  private FeedbackPages() {}

  /**
   * Returns the archive that Moodle's "Upload multiple feedback files in a zip" takes: a folder for
   * each student, named as in the download (mod/assign/feedback/file/importziplib.php).
   */
  public static FeedbackZip forMoodle(ClassBook book) {
    FeedbackZip zip = new FeedbackZip();
    for (ClassBook.Row row : withPage(book)) {
      Matcher matcher = MOODLE.matcher(row.who().label());
      if (!matcher.matches()) {
        zip.leaveOut(shown(row.who()), "the download has no participant number");
      } else if (matcher.group("name").contains("_")) {
        zip.leaveOut(shown(row.who()), "Moodle cannot read a folder whose name has '_' in it");
      } else if (matcher.group("name").matches("[.~].*")) {
        zip.leaveOut(shown(row.who()), "Moodle ignores names that begin with '.' or '~'");
      } else {
        zip.add(
            "%s_%s_assignfeedback_file_/feedback.html"
                .formatted(matcher.group("name"), matcher.group("id")),
            page(book, row));
      }
    }
    return zip;
  }

  /**
   * Returns the archive that Canvas' "Upload submissions" takes. Canvas finds a student by the
   * numbers of user and attachment in a file's name, and only the files of the download have both.
   *
   * @param downloaded the names of those files
   */
  public static FeedbackZip forCanvas(ClassBook book, Collection<String> downloaded) {
    List<Matcher> files =
        downloaded.stream().map(CANVAS::matcher).filter(Matcher::matches).toList();
    FeedbackZip zip = new FeedbackZip();
    for (ClassBook.Row row : withPage(book)) {
      Optional<Matcher> file = ofCanvas(row.who().label(), files);
      if (file.isPresent()) {
        zip.add(
            "%s_%s_%s_feedback.html"
                .formatted(
                    file.get().group("name"),
                    file.get().group("user"),
                    file.get().group("attachment")),
            page(book, row));
      } else {
        zip.leaveOut(shown(row.who()), "the download has no numbers of user and attachment");
      }
    }
    return zip;
  }

  private static Optional<Matcher> ofCanvas(String label, List<Matcher> files) {
    Matcher own = CANVAS.matcher(label);
    if (own.matches()) {
      return Optional.of(own);
    }
    Matcher user = USER.matcher(label);
    return user.matches()
        ? files.stream().filter(each -> each.group("user").equals(user.group("user"))).findFirst()
        : Optional.empty();
  }

  private static List<ClassBook.Row> withPage(ClassBook book) {
    Stream<ClassBook.Row> graded = book.rows().stream().filter(row -> row.report() != null);
    return graded.filter(row -> Files.exists(page(book, row))).toList();
  }

  private static Path page(ClassBook book, ClassBook.Row row) {
    return ClassBook.pageFile(book.folder(), row.who().id());
  }

  private static String shown(Student who) {
    return who.name() + " (" + who.id() + ")";
  }
}
