package dev.kafkalab.grader.classrun.export.fill;

import static dev.kafkalab.grader.classrun.book.MadeUpRun.asked;
import static dev.kafkalab.grader.classrun.book.MadeUpRun.failed;
import static dev.kafkalab.grader.classrun.book.MadeUpRun.graded;
import static dev.kafkalab.grader.classrun.book.MadeUpRun.missing;
import static dev.kafkalab.grader.classrun.book.MadeUpRun.of;
import static dev.kafkalab.grader.classrun.book.MadeUpRun.pending;
import static dev.kafkalab.grader.classrun.book.MadeUpRun.refused;
import static dev.kafkalab.grader.classrun.book.MadeUpRun.saying;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.book.MadeUpRun;
import dev.kafkalab.grader.classrun.book.Standing;
import dev.kafkalab.grader.classrun.book.Student.Who;
import dev.kafkalab.grader.classrun.export.fill.MoodleImport.Language;
import dev.kafkalab.grader.classrun.export.sheet.CsvSheet;
import dev.kafkalab.grader.classrun.export.sheet.SheetProblem;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MoodleWorksheetTest {

  private static final String ENGLISH =
      "Identifier,\"Full name\",\"Email address\",Status,Grade,\"Maximum Grade\","
          + "\"Grade can be changed\",\"Last modified (submission)\",\"Last modified (grade)\","
          + "\"Feedback comments\"\r\n";

  private static final String GERMAN =
      "ID;\"Vollständiger Name\";Status;Bewertung;Bestwertung;\"Bewertung kann geändert werden\";"
          + "\"Zuletzt geändert (Abgabe)\";\"Zuletzt geändert (Bewertung)\";"
          + "\"Feedback als Kommentar\"\n";

  @TempDir private Path run;

  private ClassBook book(Standing... standings) throws Exception {
    MadeUpRun.write(run, standings);
    return ClassBook.read(run, Set.of("producer.acks", "bonus.headers"));
  }

  /** As a Moodle download without a roster names people. */
  private static Standing moodle(Standing standing, String name, int number) {
    String id = String.valueOf(number);
    return of(standing, name, name + "_" + id, new Who(List.of(id), name, "", "", ""));
  }

  private static String row(int number, String name, String grade, String may) {
    return "\"Participant %d\",\"%s\",%s@uni.example,\"Submitted for grading\",%s,100.00,%s,\"Friday, 20 November 2026, 10:00 PM\",-,\r\n"
        .formatted(number, name, "p" + number, grade, may);
  }

  private static Filled fill(CsvSheet sheet, ClassBook book) throws SheetProblem {
    return MoodleWorksheet.fill(sheet, book);
  }

  private static CsvSheet sheet(String text) throws SheetProblem {
    return CsvSheet.of(text.getBytes(UTF_8));
  }

  private static MoodleImport imported(CsvSheet sheet) {
    return MoodleImport.of(sheet.bytes(), ',', Language.ENGLISH, 100, Set.of());
  }

  @Test
  void moodleTakesWhatCounts() throws Exception {
    ClassBook book =
        book(
            moodle(graded("anna", 87, 5), "Anna Möller", 101),
            moodle(graded("ben", 60, 0), "Ben O'Neill", 102),
            moodle(missing("cem"), "Cem Öz", 103));
    CsvSheet sheet =
        sheet(
            ENGLISH
                + row(103, "Cem Öz", "", "Yes")
                + row(102, "Ben O'Neill", "", "Yes")
                + row(101, "Anna Möller", "", "Yes"));

    Filled filled = fill(sheet, book);

    assertThat(imported(sheet).grades())
        .containsOnly(Map.entry(101, new BigDecimal("92")), Map.entry(102, new BigDecimal("60")));
    assertThat(filled.rows())
        .extracting(Account::who, Account::fate, Account::points)
        .containsExactly(
            tuple("Cem Öz", Fate.MISSING, ""),
            tuple("Ben O'Neill", Fate.FILLED, "60"),
            tuple("Anna Möller", Fate.FILLED, "92"));
    assertThat(filled.absent()).isEmpty();
    assertThat(filled.needsDecision()).isFalse();
  }

  @Test
  void everyOtherByteStays() throws Exception {
    ClassBook book = book(moodle(graded("anna", 87, 0), "Anna Möller", 101));
    String before =
        "\uFEFF" + ENGLISH + row(101, "Anna Möller", "", "Yes") + row(9, "Zoë", "7", "Yes");
    CsvSheet sheet = sheet(before);

    fill(sheet, book);

    String after = new String(sheet.bytes(), UTF_8);
    String comment = imported(sheet).comment(101);
    assertThat(after)
        .isEqualTo(
            before.replace(
                "grading\",,100.00,Yes,\"Friday, 20 November 2026, 10:00 PM\",-,\r\n\"Participant 9",
                "grading\",87,100.00,Yes,\"Friday, 20 November 2026, 10:00 PM\",-,"
                    + quoted(comment)
                    + "\r\n\"Participant 9"));
  }

  private static String quoted(String comment) {
    return comment.contains(",") ? '"' + comment + '"' : comment;
  }

  @Test
  void aGermanSheetGetsACommaAndKeepsItsEncoding() throws Exception {
    book(moodle(saying(graded("ben", 55, 0), "größer → kleiner", "A.java:1"), "Ben Groß", 102));
    Files.writeString(
        run.resolve(ClassBook.BY_HAND), "id,criterion,points\nben,producer.acks,\"55,25\"\n");
    ClassBook book = ClassBook.read(run, Set.of("producer.acks"));
    Charset windows = Charset.forName("windows-1252");
    CsvSheet sheet =
        CsvSheet.of(
            (GERMAN + "Teilnehmer/in102;\"Ben Groß\";Abgegeben;;100,00;Ja;-;-;\n")
                .getBytes(windows));

    Filled filled = fill(sheet, book);

    byte[] utf8 = new String(sheet.bytes(), windows).getBytes(UTF_8);
    MoodleImport imported = MoodleImport.of(utf8, ';', Language.GERMAN, 100, Set.of());
    assertThat(imported.grades().get(102)).isEqualByComparingTo("55.25");
    assertThat(imported.comment(102)).contains("größer &#8594; kleiner");
    assertThat(filled.rows()).extracting(Account::points).containsExactly("55,25");
  }

  @Test
  void whatIsAboveTheMaximumIsCutAndSaid() throws Exception {
    ClassBook book = book(moodle(graded("anna", 100, 5), "Anna Möller", 101));
    CsvSheet sheet = sheet(ENGLISH + row(101, "Anna Möller", "", "Yes"));

    Filled filled = fill(sheet, book);

    assertThat(imported(sheet).grades().get(101)).isEqualByComparingTo("100");
    assertThat(filled.rows())
        .containsExactly(
            new Account("Anna Möller", Fate.CAPPED, "100", "the sheet's maximum; earned 105"));
    assertThat(filled.needsDecision()).isTrue();
  }

  @Test
  void aSheetThatCountsInOtherPointsIsRefused() throws Exception {
    ClassBook book = book(moodle(graded("anna", 87, 0), "Anna Möller", 101));
    CsvSheet sheet = sheet(ENGLISH + row(101, "Anna Möller", "", "Yes").replace("100.00", "10.00"));
    byte[] before = sheet.bytes();

    assertThatThrownBy(() -> fill(sheet, book))
        .hasMessage(
            "The sheet's maximum is 10, but this run has 100 points: set the maximum to 100 or more there, and download the sheet again.");
    assertThat(sheet.bytes()).isEqualTo(before);
  }

  @Test
  void aLockedRowIsLeftAloneAndSaid() throws Exception {
    ClassBook book = book(moodle(graded("anna", 87, 0), "Anna Möller", 101));
    String before = ENGLISH + row(101, "Anna Möller", "50.00", "No");
    CsvSheet sheet = sheet(before);

    Filled filled = fill(sheet, book);

    assertThat(sheet.bytes()).isEqualTo(before.getBytes(UTF_8));
    assertThat(filled.rows())
        .containsExactly(
            new Account(
                "Anna Möller", Fate.HELD, "", "locked in Moodle; the run has 87; stays 50.00"));
  }

  @Test
  void whoHasNoResultKeepsAnEmptyRow() throws Exception {
    ClassBook book =
        book(
            moodle(refused("anna", "There is no ANSWERS.md."), "Anna", 101),
            moodle(failed("ben"), "Ben", 102),
            moodle(pending("cem"), "Cem", 103));
    String before =
        ENGLISH
            + row(101, "Anna", "", "Yes")
            + row(102, "Ben", "40.00", "Yes")
            + row(103, "Cem", "", "Yes")
            + row(104, "Dora", "", "Yes");
    CsvSheet sheet = sheet(before);

    Filled filled = fill(sheet, book);

    assertThat(sheet.bytes()).isEqualTo(before.getBytes(UTF_8));
    assertThat(filled.rows())
        .extracting(Account::fate, Account::remark)
        .containsExactly(
            tuple(Fate.REFUSED, "There is no ANSWERS.md."),
            tuple(Fate.FAILED, "stays 40.00"),
            tuple(Fate.PENDING, ""),
            tuple(Fate.STRANGER, ""));
  }

  @Test
  void aSecondExportSaysWhatItReplaces() throws Exception {
    ClassBook book = book(moodle(graded("anna", 87, 0), "Anna", 101));
    CsvSheet sheet = sheet(ENGLISH + row(101, "Anna", "80.00", "Yes"));

    assertThat(fill(sheet, book).rows())
        .containsExactly(new Account("Anna", Fate.FILLED, "87", "was 80"));
  }

  @Test
  void theGradersCommentIsReplacedAndAnInstructorsStays() throws Exception {
    ClassBook book =
        book(moodle(graded("anna", 87, 0), "Anna", 101), moodle(graded("ben", 60, 0), "Ben", 102));
    CsvSheet sheet =
        sheet(
            ENGLISH
                + row(101, "Anna", "", "Yes").replace("-,", "-,<p>What counts: 1 points.</p>")
                + row(102, "Ben", "", "Yes").replace("-,", "-,Come and see me!"));

    Filled filled = fill(sheet, book);

    assertThat(imported(sheet).comment(101)).contains("What counts: 87 points.");
    assertThat(imported(sheet).comment(102)).isEqualTo("Come and see me!");
    assertThat(filled.rows()).extracting(Account::remark).containsExactly("", "your comment stays");
  }

  @Test
  void twoOfOneNameAreToldApartByTheirNumbers() throws Exception {
    ClassBook book =
        book(
            moodle(graded("max", 11, 0), "Max Mustermann", 101),
            moodle(graded("moritz", 22, 0), "Max Mustermann", 102));
    CsvSheet sheet =
        sheet(
            ENGLISH
                + row(102, "Max Mustermann", "", "Yes")
                + row(103, "Max Mustermann", "", "Yes")
                + row(101, "Max Mustermann", "", "Yes"));

    Filled filled = fill(sheet, book);

    assertThat(imported(sheet).grades())
        .containsOnly(Map.entry(101, new BigDecimal("11")), Map.entry(102, new BigDecimal("22")));
    assertThat(filled.rows().get(1).fate()).isEqualTo(Fate.STRANGER);
  }

  @Test
  void withoutNumbersTwoOfOneNameAreAQuestion() throws Exception {
    ClassBook book =
        book(
            of(graded("max", 11, 0), "Max Mustermann", "max"),
            of(graded("moritz", 22, 0), "Max Mustermann", "moritz"),
            of(graded("nina", 33, 0), "Nin\u0303a", "nina"));
    CsvSheet sheet =
        sheet(ENGLISH + row(101, "Max Mustermann", "", "Yes") + row(102, "Ni\u00F1a", "", "Yes"));

    Filled filled = fill(sheet, book);

    assertThat(imported(sheet).grades()).containsOnlyKeys(102);
    assertThat(filled.rows().get(0).remark())
        .isEqualTo("may be Max Mustermann (max) or Max Mustermann (moritz)");
    assertThat(filled.absent()).isEmpty();
    assertThat(filled.needsDecision()).isTrue();
  }

  @Test
  void oneNameInTwoRowsIsAQuestion() throws Exception {
    ClassBook book = book(of(graded("max", 11, 0), "Max Mustermann", "max"));
    CsvSheet sheet =
        sheet(
            ENGLISH
                + row(101, "Max Mustermann", "", "Yes")
                + row(102, "Max Mustermann", "", "Yes"));

    Filled filled = fill(sheet, book);

    assertThat(imported(sheet).grades()).isEmpty();
    assertThat(filled.count(Fate.QUESTION)).isEqualTo(2);
  }

  @Test
  void aNumberOfSomebodyElseIsAQuestion() throws Exception {
    ClassBook book =
        book(
            of(graded("ben", 50, 0), "Ben", "ben", new Who(List.of("101"), "Ben", "", "", "")),
            moodle(graded("cem", 60, 0), "Cem", 300));
    CsvSheet sheet =
        sheet(
            ENGLISH
                + row(101, "Anna", "", "Yes")
                + row(300, "Cem", "", "Yes")
                + row(301, "Cem", "", "Yes"));

    Filled filled = fill(sheet, book);

    assertThat(filled.rows())
        .extracting(Account::fate)
        .containsExactly(Fate.QUESTION, Fate.FILLED, Fate.STRANGER);
    assertThat(filled.rows().get(0).remark())
        .isEqualTo("has the number of Ben (ben), but another name");
  }

  @Test
  void oneNameWithAnotherNumberIsAQuestion() throws Exception {
    ClassBook book =
        book(moodle(graded("max", 11, 0), "Max", 101), moodle(graded("anna", 87, 0), "Anna", 102));
    CsvSheet sheet = sheet(ENGLISH + row(105, "Max", "", "Yes") + row(102, "Anna", "", "Yes"));

    Filled filled = fill(sheet, book);

    assertThat(imported(sheet).grades()).containsOnlyKeys(102);
    assertThat(filled.rows().get(0).remark())
        .isEqualTo("has the name of Max (max), but another number");
  }

  @Test
  void anAddressFindsWhoHasAnotherName() throws Exception {
    ClassBook book =
        book(
            of(
                graded("anna", 87, 0),
                "Anna",
                "anna",
                new Who(List.of("70001"), "Anna", "P101@uni.example", "", "")));
    CsvSheet sheet = sheet(ENGLISH + row(101, "Anna-Maria Möller", "", "Yes"));

    fill(sheet, book);

    assertThat(imported(sheet).grades()).containsOnlyKeys(101);
  }

  @Test
  void allOfAGroupGetItsPoints() throws Exception {
    ClassBook book =
        book(
            of(
                graded("team", 70, 0),
                "Anna, Ben",
                "Team 1_999",
                new Who(List.of("1"), "Anna", "p101@uni.example", "", ""),
                new Who(List.of("2"), "Ben", "p102@uni.example", "", ""),
                new Who(List.of("3"), "Cem", "p103@uni.example", "", "")));
    CsvSheet sheet = sheet(ENGLISH + row(101, "Anna", "", "Yes") + row(102, "Ben", "", "Yes"));

    Filled filled = fill(sheet, book);

    assertThat(imported(sheet).grades()).containsOnlyKeys(101, 102);
    assertThat(filled.absent()).containsExactly(new Account("Cem (team)", Fate.ABSENT, "70", ""));
  }

  @Test
  void whoseItIsMayBeAQuestionOfTheRun() throws Exception {
    ClassBook book =
        book(asked(moodle(graded("anna", 87, 0), "Anna", 101), "may be of Anna (1) or Anna (2)"));
    CsvSheet sheet = sheet(ENGLISH + row(101, "Anna", "", "Yes"));

    assertThat(fill(sheet, book).rows().get(0))
        .isEqualTo(
            new Account(
                "Anna",
                Fate.QUESTION,
                "",
                "whose submission is it? may be of Anna (1) or Anna (2)"));
    assertThat(imported(sheet).grades()).isEmpty();
  }

  @Test
  void whoIsInNoRowIsSaid() throws Exception {
    ClassBook book =
        book(moodle(graded("anna", 87, 0), "Anna", 101), moodle(missing("ben"), "Ben", 102));

    Filled filled = fill(sheet(ENGLISH), book);

    assertThat(filled.absent())
        .containsExactly(
            new Account("Anna (anna)", Fate.ABSENT, "87", ""),
            new Account("Ben (ben)", Fate.MISSING, "", ""));
    assertThat(filled.needsDecision()).isTrue();
  }

  @Test
  void textOfAStudentIsOnlyText() throws Exception {
    ClassBook book =
        book(
            moodle(
                saying(graded("anna", 40, 0), "<script>\"x\", 'y';\n\u202E&", "<b>.java:3"),
                "Anna",
                101));
    CsvSheet sheet = sheet(ENGLISH + row(101, "Anna", "", "Yes"));

    fill(sheet, book);

    assertThat(imported(sheet).comment(101))
        .isEqualTo(
            "<p>40 of 100 points, 0 of 25 bonus points. What counts: 40 points.</p>"
                + "<p>What to do first: <strong>producer.acks (&lt;b&gt;.java:3)</strong>: "
                + "&lt;script&gt;&quot;x&quot;, &#39;y&#39;;<br>\uFFFD&amp;. Set acks to all.</p>");
  }

  @Test
  void aSheetWithoutCommentsGetsPointsOnly() throws Exception {
    ClassBook book = book(moodle(graded("anna", 87, 0), "Anna", 101));
    CsvSheet sheet =
        sheet("Identifier,Grade,Maximum Grade,Last modified (grade)\nParticipant 101,,100,-\n");

    Filled filled = fill(sheet, book);

    assertThat(new String(sheet.bytes(), UTF_8))
        .isEqualTo(
            "Identifier,Grade,Maximum Grade,Last modified (grade)\nParticipant 101,87,100,-\n");
    assertThat(filled.rows().get(0).who()).isEqualTo("Participant 101");
    assertThat(filled.remarks().get(0)).startsWith("The sheet has no column for comments");
  }

  @Test
  void anotherLanguageOrSheetIsRefused() throws Exception {
    ClassBook book = book(moodle(graded("anna", 87, 0), "Anna", 101));

    assertThatThrownBy(() -> fill(sheet("Identifiant,Note,Note maximale\n"), book))
        .hasMessageContaining("it needs the columns Identifier, Grade and Maximum Grade")
        .hasMessageContaining("(in German: ID, Bewertung and Bestwertung)");
    assertThatThrownBy(() -> fill(sheet(""), book)).hasMessage("The sheet is empty.");
    assertThatThrownBy(() -> fill(sheet("Identifier,Grade,Grade,Maximum Grade\n"), book))
        .hasMessage("The sheet has the column 'Grade' more than once.");
  }

  @Test
  void aRowThatIsLongerThanTheHeadIsAQuestion() throws Exception {
    ClassBook book = book(moodle(graded("anna", 87, 0), "Anna", 101));
    CsvSheet sheet = sheet("Identifier,Grade,Maximum Grade\nParticipant 101,,100,x\n");

    assertThat(fill(sheet, book).rows().get(0).remark())
        .isEqualTo("the row has more cells than the first line");
  }
}
