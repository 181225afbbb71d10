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
        "Check the end of this line and of the line before it: most often a ';', ')' or '}' "
            + "is missing, or there is one too many.");
  }

  @Test
  void codeOutsideAClass() throws IOException {
    problem(
        5,
        "}\n}",
        "The compiler expected class, interface, enum, or record here.",
        "Check the end of this line and of the line before it: most often a ';', ')' or '}' "
            + "is missing, or there is one too many.");
  }

  @Test
  void notAStatement() throws IOException {
    problem(
        4,
        "void m(int a) { a + 1; }",
        "This is an expression, not a statement.",
        "A statement calls, assigns or declares something: look for a missing '=', '(' or"
            + " operator.");
  }

  @Test
  void illegalStart() throws IOException {
    problem(
        4,
        "int a = 1 + ;",
        "This cannot be the start of an expression.",
        "Look just before it for a missing ')' or '}', or for an extra operator; a method "
            + "cannot be declared inside another one.");
  }

  @Test
  void endsTooSoon() throws IOException {
    problem(
        5,
        "void m() {",
        "The file ends before the code is complete.",
        "A '}' is missing: let the editor format the file, and look for where the "
            + "indentation goes wrong.");
  }

  @Test
  void illegalCharacter() throws IOException {
    anna.withClass("Mine", "int a = 1 – 2;");

    Feedback problem = anna.problems().get(0);

    assertThat(problem.message()).isEqualTo("Java does not allow this character here: '\\u2013'.");
    assertThat(problem.hint())
        .isEqualTo(
            "Type the line again by hand: text copied from a document often contains quotation "
                + "marks, dashes or spaces that are not those of a program.");
  }

  private void problem(int line, String body, String message, String hint) throws IOException {
    anna.withClass("Mine", body);

    Feedback problem = anna.onlyProblem();

    assertThat(problem.message()).isEqualTo(message);
    assertThat(problem.hint()).isEqualTo(hint);
    assertThat(problem.location()).isEqualTo(new Location(FILE, line));
  }
}
