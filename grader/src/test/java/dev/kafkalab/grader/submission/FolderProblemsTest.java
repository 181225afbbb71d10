package dev.kafkalab.grader.submission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FolderProblemsTest {

  private static final String LAB = StudentFolder.LAB;

  @TempDir Path temporary;
  StudentFolder anna;

  @BeforeEach
  void anEmptyFolder() throws IOException {
    anna = StudentFolder.in(temporary);
    Files.createDirectory(anna.folder());
  }

  @Test
  void missingFolder() {
    Path missing = anna.folder().resolve("typo");

    Feedback problem = new StudentFolder(missing, anna.workDir()).onlyProblem();

    assertThat(problem.message()).isEqualTo("There is no folder '" + missing + "'.");
    assertThat(problem.hint())
        .isEqualTo("Check the spelling of the path, and the folder that it is relative to.");
  }

  @Test
  void fileInsteadOfFolder() throws IOException {
    Path archive = Files.writeString(temporary.resolve("anna.zip"), "PK");

    Feedback problem = new StudentFolder(archive, anna.workDir()).onlyProblem();

    assertThat(problem.message())
        .isEqualTo("'" + archive + "' is a file, but a submission is a folder.");
    assertThat(problem.hint())
        .isEqualTo(
            "Unpack the file if it is an archive; otherwise name the folder that contains it.");
  }

  @Test
  void noSource() throws IOException {
    anna.with("target/Old.java", "class Old {}").with("README.md", "to do");

    Feedback problem = anna.onlyProblem();

    assertThat(problem.message()).isEqualTo("There is no Java source in '" + anna.folder() + "'.");
    assertThat(problem.hint())
        .isEqualTo(
            "Name the folder that contains src/main/java, or one that contains your .java files. "
                + "Hidden folders, target, build, out, node_modules and src/test are ignored.");
  }

  @Test
  void noSourceInAMavenModule() throws IOException {
    anna.with("src/main/java/README.md", "to do").with("Elsewhere.java", "class Elsewhere {}");

    assertThat(anna.onlyProblem().message())
        .isEqualTo("There is no Java source in '" + anna.folder().resolve("src/main/java") + "'.");
  }

  @Test
  void linkedFile() throws IOException {
    Path secret = Files.writeString(temporary.resolve("Secret.java"), "class Secret {}");
    anna.withFactory().withLink(LAB + "Mine.java", secret);

    Feedback problem = anna.onlyProblem();

    assertThat(problem.message())
        .isEqualTo(
            "'src/main/java/dev/kafkalab/lab/Mine.java' is a symbolic link, but every Java file must"
                + " be in the submission itself.");
    assertThat(problem.hint()).isEqualTo("Replace the link with a copy of the file.");
    assertThat(problem.location()).isEqualTo(new Location(LAB + "Mine.java", 1));
  }

  @Test
  void linkToNothing() throws IOException {
    anna.withFactory().withLink(LAB + "Mine.java", Path.of("nowhere"));

    assertThat(anna.onlyProblem().hint()).isEqualTo("Replace the link with a copy of the file.");
  }

  @Test
  void linkedFolder() throws IOException {
    Path others = Files.createDirectory(temporary.resolve("berta"));
    Files.writeString(others.resolve("Solution.java"), "class Solution {}");
    anna.withFactory().withLink(LAB + "stolen", others);

    Feedback problem = anna.onlyProblem();

    assertThat(problem.message())
        .isEqualTo(
            "'src/main/java/dev/kafkalab/lab/stolen' is a symbolic link to a folder, and links are"
                + " not followed.");
    assertThat(problem.hint())
        .isEqualTo("Replace the link with a copy of the folder, or delete the link.");
  }

  @Test
  void linkedSourceRoot() throws IOException {
    StudentFolder berta =
        new StudentFolder(temporary.resolve("berta"), anna.workDir()).withFactory();
    anna.withLink("src/main", berta.folder().resolve("src/main"));

    assertThat(anna.onlyProblem().message())
        .isEqualTo("'src/main' is a symbolic link to a folder, and links are not followed.");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void pipeInsteadOfFile() throws IOException, InterruptedException {
    anna.withFactory();
    Path pipe = anna.folder().resolve(LAB + "Pipe.java");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    Feedback problem = anna.onlyProblem();

    assertThat(problem.message())
        .isEqualTo(
            "'src/main/java/dev/kafkalab/lab/Pipe.java' has the name of a Java file, but it is a "
                + "pipe, a device or a socket.");
    assertThat(problem.hint()).isEqualTo("Delete it, or replace it with a regular file.");
  }

  @Test
  void namesThatNoJavaFileHas() throws IOException {
    anna.withFactory()
        .with(LAB + "Kafka UserEventConsumer.java", "class A {}")
        .with(LAB + "KafkaUserEventProducer copy.java", "class B {}")
        .with(LAB + "Consumer(1).java", "class C {}")
        .with(LAB + "Producer.JAVA", "class D {}")
        .with(LAB + "class.java", "class E {}");

    assertThat(anna.problems())
        .extracting(Feedback::message)
        .containsExactly(
            badName("Consumer(1).java"),
            badName("Kafka UserEventConsumer.java"),
            badName("KafkaUserEventProducer copy.java"),
            badName("Producer.JAVA"),
            badName("class.java"));
  }

  private static String badName(String name) {
    return "'"
        + name
        + "' is not a valid name for a Java file: a Java file is named after its public"
        + " class.";
  }

  @Test
  void hintForANameThatNoJavaFileHas() throws IOException {
    anna.withFactory().with(LAB + "Consumer(1).java", "class C {}");

    Feedback problem = anna.onlyProblem();

    assertThat(problem.hint())
        .isEqualTo(
            "Rename the file to the name of its public class plus '.java', without spaces or "
                + "special characters; delete it if it is a copy.");
    assertThat(problem.location()).isEqualTo(new Location(LAB + "Consumer(1).java", 1));
  }

  @Test
  void tooManyFiles() throws IOException {
    for (int i = 0; i <= 500; i++) {
      anna.with("C" + i + ".java", "");
    }

    Feedback problem = anna.onlyProblem();

    assertThat(problem.message()).isEqualTo("The submission has more than 500 Java files.");
    assertThat(problem.hint())
        .isEqualTo(
            "Leave out what is not yours, such as libraries and other projects: the lab needs about"
                + " ten files.");
  }

  @Test
  void folderTooDeep() throws IOException {
    anna.withFactory().with("src/main/java/" + "d/".repeat(31) + "Deep.java", "class Deep {}");

    Feedback problem = anna.onlyProblem();

    assertThat(problem.message())
        .isEqualTo(
            "'src/main/java"
                + "/d".repeat(31)
                + "' is nested too deeply: a submission may have at most 30"
                + " levels of folders.");
    assertThat(problem.hint())
        .isEqualTo("Look for a folder that was copied or unpacked into itself, and delete it.");
  }

  @Test
  void pathTooLong() throws IOException {
    String folder = "d".repeat(200) + "/";
    anna.withFactory().with("src/main/java/" + folder.repeat(3) + "Far.java", "class Far {}");

    Feedback problem = anna.onlyProblem();

    assertThat(problem.message()).isEqualTo("The path of a file is longer than 500 characters.");
    assertThat(problem.hint()).isEqualTo("Shorten the names of its folders.");
  }

  @Test
  void wordsForWhatATestCannotArrangeCheaply() {
    assertThat(FolderFeedback.unreadable("A.java"))
        .isEqualTo(
            Feedback.of(
                    "'A.java' cannot be read.",
                    "Give the user who runs the grader permission to read it.")
                .at(new Location("A.java", 1)));
    assertThat(FolderFeedback.tooManyEntries("anna", 20_000))
        .isEqualTo(
            Feedback.of(
                "'anna' contains more than 20000 files and folders, which is too many for a submission.",
                "Name the folder of the submission itself, not one that contains other things too."));
  }
}
