package dev.kafkalab.grader.classrun.export.fill;

import static dev.kafkalab.grader.classrun.book.MadeUpRun.graded;
import static dev.kafkalab.grader.classrun.book.MadeUpRun.missing;
import static dev.kafkalab.grader.classrun.book.MadeUpRun.of;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.book.MadeUpRun;
import dev.kafkalab.grader.classrun.book.Standing;
import dev.kafkalab.grader.classrun.book.Student.Who;
import dev.kafkalab.grader.classrun.export.sheet.CsvSheet;
import dev.kafkalab.grader.classrun.export.sheet.SheetProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanvasGradebookTest {

  private static final String SHEET =
      """
      Student,ID,SIS User ID,SIS Login ID,Section,Notes,Quiz (501),Kafka Lab (502),Labs Current Score,Current Score,Final Grade
      ,,,,,,,Manual Posting,,,
      "    Points Possible",,,,,,10.00,100.00,(read only),(read only),(read only)
      "Möller, Anna",1001,s70001,anna,L1,"a ""b""; c",9.50,,95.00,95.00,A
      "O'Neill, Ben",1002,s70002,ben,L1,,8.00,40.00,80.00,80.00,B
      "Öz, Cem",1003,s70003,cem,L1,,,EX,,,
      "Doe, Dora",1004,s70004,dora,L1,,,N/A,,,
      "Ek, Eve",1005,s70005,eve,L1,,,,,,
      "Student, Test",1099,,,L1,,,,,,
      """;

  @TempDir private Path run;

  private ClassBook book(Standing... standings) throws Exception {
    MadeUpRun.write(run, standings);
    return ClassBook.read(run, Set.of());
  }

  /** As a Canvas download without a roster names people. */
  private static Standing canvas(Standing standing, String name, int number) {
    String id = String.valueOf(number);
    return of(standing, name, name + "_" + id, new Who(List.of(id), name, "", "", ""));
  }

  private ClassBook five() throws Exception {
    return book(
        canvas(graded("anna", 87, 25), "mölleranna", 1001),
        canvas(graded("ben", 60, 0), "oneillben", 1002),
        canvas(graded("cem", 50, 0), "özcem", 1003),
        canvas(graded("dora", 50, 0), "doedora", 1004),
        canvas(missing("eve"), "ekeve", 1005));
  }

  private static CsvSheet sheet(String text) throws SheetProblem {
    return CsvSheet.of(text.getBytes(UTF_8));
  }

  private static CanvasImport imported(CsvSheet sheet) {
    return CanvasImport.of(sheet.bytes(), "501", "502");
  }

  @Test
  void canvasTakesWhatCountsIntoOneColumn() throws Exception {
    CsvSheet sheet = sheet(SHEET);

    Filled filled = CanvasGradebook.fill(sheet, "Kafka Lab (502)", five());

    assertThat(imported(sheet).grades("502"))
        .containsOnly(
            entry("1001", "112"),
            entry("1002", "60"),
            entry("1003", "EX"),
            entry("1004", "N/A"),
            entry("1005", ""),
            entry("1099", ""));
    assertThat(imported(sheet).newAssignments()).containsExactly("Notes");
    assertThat(filled.rows())
        .extracting(Account::fate, Account::remark)
        .containsExactly(
            tuple(Fate.FILLED, ""),
            tuple(Fate.FILLED, "was 40"),
            tuple(Fate.HELD, "excused in Canvas; the run has 50"),
            tuple(Fate.HELD, "not assigned in Canvas; the run has 50"),
            tuple(Fate.MISSING, ""),
            tuple(Fate.STRANGER, ""));
    assertThat(filled.needsDecision()).isFalse();
  }

  @Test
  void everyOtherByteStays() throws Exception {
    String before = "\uFEFF" + SHEET.replace("\n", "\r\n");
    CsvSheet sheet = sheet(before);

    CanvasGradebook.fill(sheet, "502", five());

    assertThat(new String(sheet.bytes(), UTF_8))
        .isEqualTo(before.replace("9.50,,95", "9.50,112,95").replace("8.00,40.00,", "8.00,60,"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"502", "Kafka Lab (502)", "Kafka Lab", " Kafka Lab ", "Renamed (502)"})
  void theAssignmentIsFoundByItsNumberOrElseItsTitle(String wanted) throws Exception {
    CsvSheet sheet = sheet(SHEET);

    Filled filled = CanvasGradebook.fill(sheet, wanted, five());

    assertThat(imported(sheet).grades("502")).containsEntry("1001", "112");
    assertThat(filled.remarks()).containsExactly("The points are in the column Kafka Lab (502).");
  }

  @Test
  void theOnlyAssignmentNeedsNoName() throws Exception {
    CsvSheet sheet = sheet("Student,ID,SIS Login ID,Section,Lab (7),Final Score\nA,1001,,,,\n");

    CanvasGradebook.fill(sheet, "", book(canvas(graded("anna", 87, 0), "a", 1001)));

    assertThat(CanvasImport.of(sheet.bytes(), "7").grades("7")).containsEntry("1001", "87");
  }

  @Test
  void severalCandidatesAreAQuestion() {
    assertThatThrownBy(() -> CanvasGradebook.fill(sheet(SHEET), "", five()))
        .isInstanceOfSatisfying(
            SheetProblem.class, problem -> assertThat(problem.isQuestion()).isTrue())
        .hasMessage(
            "Which assignment is it? Name one with --assignment: \"Quiz (501)\", \"Kafka Lab (502)\".");
    String twins = SHEET.replace("Quiz (501)", "Kafka Lab (503)");
    assertThatThrownBy(() -> CanvasGradebook.fill(sheet(twins), "Kafka Lab", five()))
        .hasMessageStartingWith("Which assignment is it?");
  }

  @Test
  void noColumnIsEverMade() {
    assertThatThrownBy(() -> CanvasGradebook.fill(sheet(SHEET), "Lab 9", five()))
        .isInstanceOfSatisfying(
            SheetProblem.class, problem -> assertThat(problem.isQuestion()).isFalse())
        .hasMessageStartingWith("The sheet has no assignment 'Lab 9'. It has: \"Notes\", ");
    assertThatThrownBy(() -> CanvasGradebook.fill(sheet(SHEET), "Final Grade", five()))
        .hasMessageStartingWith("The sheet has no assignment 'Final Grade'.");
  }

  @Test
  void whatCanvasDoesNotLetChangeIsRefused() {
    String readOnly = SHEET.replace("10.00,100.00", "10.00,(read only)");

    assertThatThrownBy(() -> CanvasGradebook.fill(sheet(readOnly), "502", five()))
        .hasMessage("Canvas does not let the column 'Kafka Lab (502)' be changed.");
  }

  @Test
  void aSheetThatCountsInOtherPointsIsRefused() {
    assertThatThrownBy(() -> CanvasGradebook.fill(sheet(SHEET), "501", five()))
        .hasMessageStartingWith("The sheet's maximum is 10, but this run has 100 points");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "s70001|", "anna|", "|anna", "|ANNA",
      })
  void peopleAreFoundByWhateverIsUnique(String id, String login) throws Exception {
    Who who =
        new Who(
            id == null ? List.of() : List.of(id),
            "Anna Möller",
            "",
            login == null ? "" : login,
            "");
    CsvSheet sheet = sheet(SHEET);

    CanvasGradebook.fill(sheet, "502", book(of(graded("x", 87, 0), "Anna Möller", "x", who)));

    assertThat(imported(sheet).grades("502")).containsEntry("1001", "87");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Anna Möller", "Möller, Anna", "anna  Mo\u0308ller"})
  void aNameIsEnoughWhereOneStudentHasIt(String name) throws Exception {
    CsvSheet sheet = sheet(SHEET);

    CanvasGradebook.fill(sheet, "502", book(of(graded("x", 87, 0), name, "submission_123456")));

    assertThat(imported(sheet).grades("502")).containsEntry("1001", "87");
  }

  @Test
  void lastAndFirstNameMayHaveAColumnEach() throws Exception {
    CsvSheet sheet =
        sheet(
            """
            LastName;FirstName;ID;SIS Login ID;Section;Lab (7)
                Points Possible;;;;;100,00
            Möller;Anna;1001;a;x;
            Möller;Ben;1002;b;x;12,50
            """);

    Filled filled =
        CanvasGradebook.fill(sheet, "", book(of(graded("x", 87, 0), "Anna Möller", "x")));

    assertThat(CanvasImport.of(sheet.bytes(), "7").grades("7"))
        .containsOnly(entry("1001", "87"), entry("1002", "12.50"));
    assertThat(filled.rows()).extracting(Account::who).containsExactly("Anna Möller", "Ben Möller");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Name,ID,x,Section,Lab (7)\n",
        "Student,ID,SIS Login ID,Lab (7)\n",
        "Identifier,Grade,Maximum Grade\n"
      })
  void whatCanvasWouldNotTakeIsRefused(String text) {
    assertThatThrownBy(() -> CanvasGradebook.fill(sheet(text), "", five()))
        .hasMessageStartingWith("This is no gradebook of Canvas: ");
  }
}
