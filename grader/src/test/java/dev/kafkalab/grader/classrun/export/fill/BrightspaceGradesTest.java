package dev.kafkalab.grader.classrun.export.fill;

import static dev.kafkalab.grader.classrun.book.MadeUpRun.graded;
import static dev.kafkalab.grader.classrun.book.MadeUpRun.of;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.book.MadeUpRun;
import dev.kafkalab.grader.classrun.book.Standing;
import dev.kafkalab.grader.classrun.book.Student.Who;
import dev.kafkalab.grader.classrun.export.sheet.CsvSheet;
import dev.kafkalab.grader.classrun.export.sheet.SheetProblem;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrightspaceGradesTest {

  private static final String HEAD =
      "OrgDefinedId,Username,Last Name,First Name,Email,Quiz Points Grade <Numeric MaxPoints:10>,"
          + "Lab Points Grade <Numeric MaxPoints:100 Weight:5>,End-of-Line Indicator\r\n";

  @TempDir private Path run;

  private ClassBook book(Standing... standings) throws Exception {
    MadeUpRun.write(run, standings);
    return ClassBook.read(run, Set.of());
  }

  private static CsvSheet sheet(String text) throws SheetProblem {
    return CsvSheet.of(text.getBytes(UTF_8));
  }

  private static Who who(String id, String login) {
    return new Who(id.isEmpty() ? List.of() : List.of(id), "", "", login, "");
  }

  /** Takes a column as Brightspace does: one of two ids is enough, and {@code #} ends each line. */
  private static Map<String, String> imported(CsvSheet sheet, String item) {
    List<List<String>> rows = CsvRows.of(sheet.bytes(), ',');
    List<String> head = rows.get(0);
    int column = 0;
    while (!head.get(column).startsWith(item + " Points Grade")) {
      column++;
    }
    assertThat(head.get(head.size() - 1)).isEqualTo("End-of-Line Indicator");
    Map<String, String> grades = new HashMap<>();
    for (List<String> row : rows.subList(1, rows.size())) {
      assertThat(row).hasSameSizeAs(head).endsWith("#");
      grades.put(row.get(head.indexOf("OrgDefinedId")).replace("#", ""), row.get(column));
    }
    return grades;
  }

  @Test
  void brightspaceTakesWhatCounts() throws Exception {
    ClassBook book =
        book(
            of(graded("anna", 87, 5), "Anna Möller", "1 Anna Möller", who("70001", "")),
            of(graded("ben", 60, 0), "Ben", "2 Ben", who("", "ben1")));
    String before = HEAD + "#70001,#anna1,Möller,Anna,,9,,#\r\n#70002,#ben1,Groß,Ben,,8,1,#\r\n";
    CsvSheet sheet = sheet(before);

    Filled filled = BrightspaceGrades.fill(sheet, "Lab", book);

    assertThat(imported(sheet, "Lab")).isEqualTo(Map.of("70001", "92", "70002", "60"));
    assertThat(new String(sheet.bytes(), UTF_8))
        .isEqualTo(before.replace(",9,,#", ",9,92,#").replace(",8,1,#", ",8,60,#"));
    assertThat(filled.needsDecision()).isFalse();
  }

  @Test
  void whatBrightspaceMayCutIsSaid() throws Exception {
    ClassBook book = book(of(graded("anna", 100, 5), "Anna Möller", "x", who("70001", "")));
    CsvSheet sheet = sheet(HEAD + "#70001,#anna1,Möller,Anna,,9,,#\r\n");

    Filled filled = BrightspaceGrades.fill(sheet, "Lab", book);

    assertThat(imported(sheet, "Lab")).isEqualTo(Map.of("70001", "105"));
    assertThat(filled.rows().get(0).fate()).isEqualTo(Fate.CAPPED);
  }

  @Test
  void noItemIsEverMade() throws Exception {
    ClassBook book = book(graded("anna", 87, 5));

    assertThatThrownBy(() -> BrightspaceGrades.fill(sheet(HEAD), "Lab 2", book))
        .hasMessageStartingWith("The sheet has no column 'Lab 2 Points Grade'");
    assertThatThrownBy(
            () -> BrightspaceGrades.fill(sheet("Username,Lab Points Grade\n"), "Lab", book))
        .hasMessageStartingWith("This is no export of Brightspace's grades");
    assertThatThrownBy(
            () ->
                BrightspaceGrades.fill(
                    sheet("Name,Lab Points Grade,End-of-Line Indicator\n"), "Lab", book))
        .hasMessageContaining("OrgDefinedId or Username");
  }
}
