package dev.kafkalab.grader.submission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Location;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntaxProblemsTest {

  private static final String FILE = StudentFolder.LAB + "Mine.java";

  @TempDir Path temporary;
  StudentFolder anna;

  @BeforeEach
  void aGoodSolution() throws IOException {
    anna = StudentFolder.in(temporary).withFactory();
  }

  @Test
  void missingSign() throws IOException {
    problem(
        4,
        "int one = 1",
        "The compiler expected ';' here.",
        "Look at the end of this line and the one before: most often a sign such as ';', ')' or '}'"
            + " is missing or is one too many.");
  }

  @Test
  void codeOutsideAClass() throws IOException {
    problem(
        5,
        "}\n}",
        "The compiler expected class, interface, enum, or record here.",
        "Look at the end of this line and the one before: most often a sign such as ';', ')' or '}'"
            + " is missing or is one too many.");
  }

  @Test
  void notAStatement() throws IOException {
    problem(
        4,
        "void m(int a) { a + 1; }",
        "This is an expression that stands alone, not a statement.",
        "A statement calls, assigns or declares something: look for a missing '=', '(' or"
            + " operator.");
  }

  @Test
  void illegalStart() throws IOException {
    problem(
        4,
        "int a = 1 + ;",
        "Something begins here that is not possible at this place.",
        "Look just before it for a missing ')' or '}', or for an operator too many; a method cannot"
            + " be declared inside another one.");
  }

  @Test
  void endsTooSoon() throws IOException {
    problem(
        5,
        "void m() {",
        "The file ends before its code does.",
        "There is a '}' too few: let the editor format the file, and look for where the indentation"
            + " goes wrong.");
  }

  @Test
  void illegalCharacter() throws IOException {
    anna.withClass("Mine", "int a = 1 – 2;");

    Feedback problem = anna.problems().get(0);

    assertThat(problem.message())
        .isEqualTo("There is a character here that Java does not know: '\\u2013'.");
    assertThat(problem.hint())
        .isEqualTo(
            "Type the line again by hand: text that was copied from a document often has other"
                + " quotation marks, dashes or spaces than a program.");
  }

  private void problem(int line, String body, String message, String hint) throws IOException {
    anna.withClass("Mine", body);

    Feedback problem = anna.onlyProblem();

    assertThat(problem.message()).isEqualTo(message);
    assertThat(problem.hint()).isEqualTo(hint);
    assertThat(problem.location()).isEqualTo(new Location(FILE, line));
  }
}
