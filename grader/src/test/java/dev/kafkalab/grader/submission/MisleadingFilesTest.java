package dev.kafkalab.grader.submission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Location;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What javac's own words about a file, or a line, would mislead a beginner about. */
class MisleadingFilesTest {

  private static final String FILE = StudentFolder.LAB + "Mine.java";

  @TempDir Path temporary;
  StudentFolder anna;

  @BeforeEach
  void aGoodSolution() throws IOException {
    anna = StudentFolder.in(temporary).withFactory();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "version https://git-lfs.github.com/spec/v1 | is a pointer of Git LFS",
        "<!DOCTYPE html><title>Mine.java</title> | is a web page",
        "  <html><body> | is a web page",
      })
  void aFileThatIsNoSourceIsNamed(String content, String what) throws IOException {
    Feedback problem = anna.with(FILE, content).onlyProblem();

    assertThat(problem.message()).isEqualTo("'%s' %s.".formatted(FILE, what));
    assertThat(problem.location()).isEqualTo(new Location(FILE, 1));
  }

  @Test
  void aClassAnArchiveAndZerosAreNamed() {
    byte[] aClass = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0};

    assertThat(NoSource.problem("A.java", aClass).orElseThrow().message())
        .isEqualTo("'A.java' is a compiled class or an archive.");
    assertThat(NoSource.problem("A.java", new byte[] {'P', 'K', 3, 4}).orElseThrow().message())
        .isEqualTo("'A.java' is a compiled class or an archive.");
    assertThat(NoSource.problem("A.java", new byte[100]).orElseThrow().message())
        .isEqualTo("'A.java' contains only zero bytes.");
  }

  @Test
  void utf16WithoutAMarkIsNamed() throws IOException {
    byte[] text = "package dev.kafkalab.lab;".getBytes(StandardCharsets.UTF_16LE);

    assertThat(anna.with(FILE, text).onlyProblem().message()).contains("is UTF-16 text");
  }

  @Test
  void aMergeConflictIsNamedAtItsLine() throws IOException {
    Feedback problem =
        anna.withClass("Mine", "<<<<<<< HEAD\nint a;\n=======\nint b;\n>>>>>>> theirs")
            .onlyProblem();

    assertThat(problem.message())
        .isEqualTo("'%s' has the marks of a merge conflict.".formatted(FILE));
    assertThat(problem.location()).isEqualTo(new Location(FILE, 4));
  }

  @Test
  void aTextFileOfJavaIsNamed() throws IOException {
    assertThat(anna.with(StudentFolder.LAB + "Mine.java.txt", "").onlyProblem().message())
        .isEqualTo("'Mine.java.txt' ends with '.txt', so it is not a Java file.");
  }

  @Test
  void aMissingClassComesBeforeTheErrorsThatItMakes() throws IOException {
    anna.withClass("Mine", "Object a = ClientProperties.of();\nUserEventJson b;");

    assertThat(anna.problems())
        .extracting(Feedback::message)
        .startsWith(
            "ClientProperties.java is missing, or its class has another name.",
            "UserEventJson.java is missing, or its class has another name.");
  }

  @Test
  void aMovedClassIsFoundInItsPackage() throws IOException {
    anna.withClass("Mine", "Object a = ClientProperties.of();")
        .with(
            "src/main/java/util/ClientProperties.java", "package util;\nclass ClientProperties {}");

    assertThat(anna.problems().get(0).message())
        .isEqualTo(
            "ClientProperties is in the package 'util', but should be in 'dev.kafkalab.lab'.");
  }

  @Test
  void aDeletedFactoryComesFirst() throws IOException {
    StudentFolder boris =
        StudentFolder.in(temporary.resolve("boris")).withClass("Mine", "int a = \"\";");

    assertThat(boris.problems().get(0).message())
        .isEqualTo("KafkaLabFactory.java is missing, or its class has another name.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "record P(int x) {} boolean m(Object o) { return o instanceof P(int x); } | 21",
        "String m(Object o) { return switch (o) { case String s -> s; default -> null; }; } | newer",
        "void m() { Thread.ofVirtual().start(() -> {}); } | 21",
        "Object m(java.util.List<String> l) { return l.getFirst(); } | 21",
        "void m() { java.util.function.Function<String, String> f = _ -> null; } | 22",
      })
  void aLineThatNeedsANewerJavaIsNamed(String line, String since) throws IOException {
    assertThat(anna.withClass("Mine", line).problems().get(0).message())
        .contains(since)
        .endsWith("but the lab has Java 17.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Mine(int a) {} Object m() { return new Mine(); } | 'new Mine' is called with (no arguments), but it is declared with (int).",
        "static class T implements dev.kafkalab.api.TopicSetup { public void createTopic() throws Exception {} } | The method createTopic() in Mine.T declares 'throws Exception', but TopicSetup does not.",
        "void m() { int i = 0; i++; Runnable r = () -> System.out.println(i); } | A lambda or an inner class on this line uses a local variable that is changed elsewhere.",
        "final int a; | The variable a is used, or is final, but it does not get a value on every path.",
        "int m() { int a; return a; } | The variable a is used, or is final, but it does not get a value on every path.",
      })
  void whatBeginnersOftenMeetHasItsOwnWords(String line, String message) throws IOException {
    assertThat(anna.withClass("Mine", line).onlyProblem().message()).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource({
    "src/main/java/dev/kafkalab/lab/KafkaLabFactory.kt, src/main/java/dev/kafkalab/lab/KafkaLabFactory.kt",
    "src/main/kotlin/dev/kafkalab/lab/KafkaLabFactory.kt, src/main/kotlin",
  })
  void aSolutionInKotlinIsToldToBeOne(String file, String told) throws IOException {
    StudentFolder kotlin = StudentFolder.in(temporary.resolve("other")).with(file, "class X");

    assertThat(kotlin.problems().get(0).message())
        .isEqualTo("'%s' is written in Kotlin, but the lab is graded in Java 17.".formatted(told));
  }

  @Test
  void aFileInKotlinBesideASolutionInJavaDoesNoHarm() throws IOException {
    assertThat(anna.with(StudentFolder.LAB + "Notes.kt", "class X").prepare())
        .isInstanceOf(PreparedSubmission.Ready.class);
  }
}
