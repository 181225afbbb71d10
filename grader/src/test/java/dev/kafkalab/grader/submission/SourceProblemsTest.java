package dev.kafkalab.grader.submission;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Location;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceProblemsTest {

  private static final String FILE = StudentFolder.LAB + "Mine.java";

  @TempDir Path temporary;
  StudentFolder anna;

  @BeforeEach
  void aGoodSolution() throws IOException {
    anna = StudentFolder.in(temporary).withFactory();
  }

  @Test
  void byteOrderMark() throws IOException {
    anna.with(FILE, "\uFEFFpackage dev.kafkalab.lab; class Mine {}");

    Feedback problem = anna.onlyProblem();

    assertThat(problem.message())
        .isEqualTo(
            "'src/main/java/dev/kafkalab/lab/Mine.java' starts with a byte-order mark, which the"
                + " Java compiler treats as part of the program.");
    assertThat(problem.hint())
        .isEqualTo(
            "Save the file as \"UTF-8\", not as \"UTF-8 with BOM\": the editor's 'Save with "
                + "encoding' offers both.");
    assertThat(problem.location()).isEqualTo(new Location(FILE, 1));
  }

  @Test
  void utf16() throws IOException {
    anna.with(FILE, "package dev.kafkalab.lab; class Mine {}".getBytes(UTF_16));

    Feedback problem = anna.onlyProblem();

    assertThat(problem.message())
        .isEqualTo(
            "'src/main/java/dev/kafkalab/lab/Mine.java' is UTF-16 text, but the lab's Java files "
                + "must be UTF-8.");
    assertThat(problem.hint())
        .isEqualTo("Save the file as \"UTF-8\": use the editor's 'Save with encoding'.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void notUtf8(String endOfLine) throws IOException {
    String text =
        String.join(endOfLine, "package dev.kafkalab.lab;", "", "// café", "class Mine {}");
    anna.with(FILE, text.getBytes(ISO_8859_1));

    Feedback problem = anna.onlyProblem();

    assertThat(problem.message())
        .isEqualTo(
            "'src/main/java/dev/kafkalab/lab/Mine.java' is not UTF-8: line 3 has a byte that is "
                + "not valid there.");
    assertThat(problem.hint())
        .isEqualTo(
            "Save the file as \"UTF-8\", then check the accents and special characters in that line.");
    assertThat(problem.location()).isEqualTo(new Location(FILE, 3));
    assertThat(problem.facts()).containsExactly(new Fact("byte", "0xE9"));
  }

  @Test
  void textThatEndsInsideACharacter() {
    byte[] half = {'a', '\n', (byte) 0xC3};

    assertThat(SourceEncoding.problem("A.java", half))
        .hasValueSatisfying(
            problem -> assertThat(problem.location()).isEqualTo(new Location("A.java", 2)));
  }

  @Test
  void utf8IsFine() throws IOException {
    anna.with(FILE, "package dev.kafkalab.lab; class Mine { String s = \"Größe, 大きさ, 🙂\"; }");

    anna.ready();
  }

  @Test
  void fileTooLarge() throws IOException {
    anna.with(FILE, " ".repeat((1 << 20) + 1));

    Feedback problem = anna.onlyProblem();

    assertThat(problem.message())
        .isEqualTo("'src/main/java/dev/kafkalab/lab/Mine.java' is larger than 1 MiB.");
    assertThat(problem.hint())
        .isEqualTo("Move data out of the source, and leave out generated code.");
  }

  @Test
  void sourcesTooLarge() throws IOException {
    for (int i = 0; i < 11; i++) {
      anna.with(StudentFolder.LAB + "C" + i + ".java", " ".repeat(1 << 20));
    }

    Feedback problem = anna.onlyProblem();

    assertThat(problem.message())
        .isEqualTo("The Java files of the submission are larger than 10 MiB in total.");
    assertThat(problem.hint())
        .isEqualTo("Leave out what is not yours, such as libraries and generated code.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dev.kafkalab.api",
        "dev.kafkalab.grader.studentvm",
        "org.apache.kafka.clients.producer",
        "com.fasterxml.jackson.databind",
        "java.util"
      })
  void reservedPackage(String name) throws IOException {
    anna.with(FILE, "\npackage " + name + ";\n\nclass Mine {}");

    Feedback problem = anna.onlyProblem();

    assertThat(problem.message())
        .isEqualTo(
            "The package '"
                + name
                + "' belongs to the lab: a submission must not add classes to it.");
    assertThat(problem.hint())
        .isEqualTo("Move the class to 'dev.kafkalab.lab', or to a package of your own.");
    assertThat(problem.location()).isEqualTo(new Location(FILE, 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"org.apache.kafkaesque", "javanese", "dev.kafkalab.apis"})
  void packageThatOnlyBeginsLikeAReservedOne(String name) throws IOException {
    anna.with(FILE, "package " + name + "; class Mine {}");

    anna.ready();
  }
}
