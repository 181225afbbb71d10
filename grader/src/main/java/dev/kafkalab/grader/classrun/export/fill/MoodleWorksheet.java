package dev.kafkalab.grader.classrun.export.fill;

import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.export.CommentHtml;
import dev.kafkalab.grader.classrun.export.sheet.CsvSheet;
import dev.kafkalab.grader.classrun.export.sheet.SheetNumbers;
import dev.kafkalab.grader.classrun.export.sheet.SheetProblem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Fills Moodle's offline grading worksheet.
 *
 * <p>Moodle skips without a word what is locked or above the maximum
 * (mod/assign/feedback/offline/locallib.php), so both are looked for here. It names the columns in
 * the language of whoever downloads the sheet; English and German are known.
 */
public final class MoodleWorksheet implements Gradebook {

  private static final String NEEDED =
      "This is no Moodle grading worksheet: it needs the columns Identifier, Grade and Maximum Grade"
          + " (in German: ID, Bewertung and Bestwertung). Set your language in Moodle to English or"
          + " German, and download it again.";

  /** The number is at the end: "Participant 12345", "Teilnehmer/in12345". */
  private static final Pattern IDENTIFIER = Pattern.compile("\\D*(?<number>\\d+)");

  private static final Set<String> NO = Set.of("no", "nein");

  private final CsvSheet sheet;
  private final int identifier;
  private final int grade;
  private final int most;
  private final int changeable;
  private final int comment;
  private final int name;
  private final int first;
  private final int last;
  private final int idNumber;
  private final int email;
  private final int login;

  private MoodleWorksheet(CsvSheet sheet, Head head) throws SheetProblem {
    this.sheet = sheet;
    this.identifier = head.find("Identifier", "ID");
    this.grade = head.find("Grade", "Bewertung");
    this.most = head.find("Maximum Grade", "Bestwertung");
    this.changeable = head.find("Grade can be changed", "Bewertung kann geändert werden");
    this.comment = head.find("Feedback comments", "Feedback als Kommentar");
    this.name = head.find("Full name", "Vollständiger Name");
    this.first = head.find("First name", "Vorname");
    this.last = head.find("Last name", "Surname", "Nachname");
    this.idNumber = head.find("ID number", "ID-Nummer", "Matrikelnummer");
    this.email = head.find("Email address", "E-Mail-Adresse");
    this.login = head.find("Username", "Anmeldename");
    if (identifier < 0 || grade < 0 || most < 0) {
      throw SheetProblem.of(NEEDED);
    }
  }

  /**
   * Fills in points and comments.
   *
   * @throws SheetProblem where it is no such sheet, or counts in other points
   */
  public static Filled fill(CsvSheet sheet, ClassBook book) throws SheetProblem {
    MoodleWorksheet worksheet = new MoodleWorksheet(sheet, Head.of(sheet));
    for (int row : worksheet.rows()) {
      Optional<BigDecimal> most = worksheet.most(row);
      if (most.isPresent()) {
        MostPoints.insist(most.get(), book);
      }
    }
    List<String> remarks =
        worksheet.comment >= 0
            ? List.of()
            : List.of(
                "The sheet has no column for comments: switch on 'Feedback comments' in the"
                    + " assignment if students should see some.");
    return Filling.fill(sheet, worksheet, book, remarks);
  }

  @Override
  public List<Integer> rows() {
    return IntStream.range(1, sheet.rows()).filter(row -> !sheet.isBlank(row)).boxed().toList();
  }

  @Override
  public int gradeColumn() {
    return grade;
  }

  @Override
  public char decimal() {
    return SheetNumbers.decimal(sheet, grade, most);
  }

  @Override
  public Whom whom(int row) {
    String id = sheet.cell(row, identifier).strip();
    Matcher matcher = IDENTIFIER.matcher(id);
    String whole = (sheet.cell(row, first) + " " + sheet.cell(row, last)).strip();
    return new Whom(
        name < 0 ? whole : sheet.cell(row, name).strip(),
        matcher.matches() ? matcher.group("number") : "",
        List.of(id, sheet.cell(row, idNumber)),
        List.of(sheet.cell(row, email), sheet.cell(row, login)));
  }

  @Override
  public String held(int row) {
    String may = sheet.cell(row, changeable).strip().toLowerCase(Locale.ROOT);
    return NO.contains(may) ? "locked in Moodle" : "";
  }

  @Override
  public Given given(int row, BigDecimal total) {
    Optional<BigDecimal> most = most(row);
    if (most.isEmpty()) {
      return new Given(total, Fate.QUESTION, "the row has no maximum");
    }
    return total.compareTo(most.get()) <= 0
        ? Given.all(total)
        : new Given(
            most.get(),
            Fate.CAPPED,
            "the sheet's maximum; earned " + total.stripTrailingZeros().toPlainString());
  }

  private Optional<BigDecimal> most(int row) {
    return SheetNumbers.read(sheet.cell(row, most));
  }

  /** An instructor's own comment stays. */
  @Override
  public String comment(int row, ClassBook.Row of) {
    String old = sheet.cell(row, comment);
    if (!old.isBlank() && !CommentHtml.isOurs(old)) {
      return "your comment stays";
    }
    if (comment >= 0) {
      sheet.set(row, comment, CommentHtml.of(of, sheet::canWrite));
    }
    return "";
  }
}
