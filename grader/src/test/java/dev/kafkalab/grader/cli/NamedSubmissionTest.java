package dev.kafkalab.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.handin.ArchiveFiles;
import dev.kafkalab.grader.handin.MadeUpWork;
import dev.kafkalab.grader.submission.StudentFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedSubmissionTest {

  @TempDir private Path temporary;

  private Path folder(MadeUpWork work, String below) throws IOException {
    Path folder = temporary.resolve("anna");
    for (Map.Entry<String, byte[]> file : work.files().entrySet()) {
      Path path = folder.resolve(below + file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    return folder;
  }

  @Test
  void aRightFolderIsGradedAsItIsNamed() throws IOException {
    Path folder = folder(MadeUpWork.MODULE, "");

    try (NamedSubmission submission = NamedSubmission.read(folder)) {
      assertThat(submission.folder()).isSameAs(folder);
      assertThat(submission.remark()).isEmpty();
      assertThat(submission.pathPrefix("a/b")).isEqualTo("a/b");
    }
  }

  @Test
  void aFolderWithoutAReadingIsLeftToTheCompiler() throws IOException {
    Path folder = folder(MadeUpWork.PICTURE_ONLY, "");
    Path missing = temporary.resolve("missing");

    try (NamedSubmission submission = NamedSubmission.read(folder);
        NamedSubmission none = NamedSubmission.read(missing)) {
      assertThat(submission.folder()).isSameAs(folder);
      assertThat(submission.refusal()).isEmpty();
      assertThat(none.folder()).isSameAs(missing);
    }
  }

  @Test
  void aDeeperModuleIsGradedUnderTheNameOfTheFolder() throws IOException {
    Path folder = folder(MadeUpWork.ANSWERS_AS_TEXT, "lab/");
    Path copy;

    try (NamedSubmission submission = NamedSubmission.read(folder)) {
      copy = submission.folder();
      assertThat(copy.getFileName()).hasToString("anna");
      assertThat(copy.resolve(StudentFolder.LAB + "KafkaLabFactory.java")).exists();
      assertThat(copy.resolve("ANSWERS.md")).exists();
      assertThat(submission.remark())
          .hasValue("Graded in a copy: found in 'lab/'; 'lab/answers.TXT' taken as ANSWERS.md.");
      assertThat(submission.pathPrefix("")).isEqualTo("lab");
      assertThat(submission.pathPrefix("hand-in")).isEqualTo("hand-in/lab");
    }
    assertThat(copy).doesNotExist();
  }

  @Test
  void anArchiveIsGradedUnderItsName() throws IOException {
    Path zip = temporary.resolve("ben.zip");
    Files.write(zip, ArchiveFiles.zip(MadeUpWork.MODULE.files()));

    try (NamedSubmission submission = NamedSubmission.read(zip)) {
      assertThat(submission.folder().getFileName()).hasToString("ben");
      assertThat(submission.remark()).hasValue("Graded in a copy: 'ben.zip' opened.");
      assertThat(submission.pathPrefix("")).isEmpty();
    }
  }

  @Test
  void anArchiveThatIsNotOpenedCannotBeGraded() throws IOException {
    Path rar = Files.writeString(temporary.resolve("ben.rar"), "Rar!");
    ByteArrayOutputStream complained = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
    try {
      assertThat(Main.run("grade", rar.toString())).isEqualTo(3);
    } finally {
      System.setErr(before);
    }
    assertThat(complained.toString(StandardCharsets.UTF_8))
        .startsWith("'ben.rar' is a rar archive, which the grader does not open.");
  }

  @Test
  void anotherFileIsStillNoSubmission() throws IOException {
    Path file = Files.writeString(temporary.resolve("KafkaLabFactory.java"), "");

    assertThat(NamedSubmission.isArchive(file)).isFalse();
    assertThat(Main.run("grade", file.toString())).isEqualTo(2);
  }
}
