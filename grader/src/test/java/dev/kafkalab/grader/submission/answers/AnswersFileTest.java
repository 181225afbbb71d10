package dev.kafkalab.grader.submission.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswersFileTest {

  private static final String TEXT = "## 5.1 x\nPartition: 1\n";

  @TempDir Path folder;

  @Test
  void readsTheFileAtTheTop() throws IOException {
    Files.writeString(folder.resolve("ANSWERS.md"), TEXT);

    assertThat(AnswersFile.read(folder).to(Question.PARTITION).numbers()).containsExactly(1);
  }

  @Test
  void hasNoAnswersWithoutAFile() {
    assertThat(AnswersFile.read(folder)).isEqualTo(Answers.MISSING);
    assertThat(AnswersFile.read(folder.resolve("nowhere"))).isEqualTo(Answers.MISSING);
  }

  @Test
  void followsNoLink() throws IOException {
    Path elsewhere = Files.writeString(folder.resolve("other.md"), TEXT);
    Files.createSymbolicLink(folder.resolve("ANSWERS.md"), elsewhere);

    assertThat(AnswersFile.read(folder)).isEqualTo(Answers.MISSING);
  }

  @Test
  void followsNoHardLinkEither() throws IOException {
    Path elsewhere = Files.writeString(folder.resolve("theirs.md"), "theirs");
    Files.createLink(folder.resolve("ANSWERS.md"), elsewhere);

    assertThat(AnswersFile.read(folder)).isEqualTo(Answers.MISSING);
  }

  @Test
  void takesNoFolderForTheFile() throws IOException {
    Files.createDirectory(folder.resolve("ANSWERS.md"));

    assertThat(AnswersFile.read(folder)).isEqualTo(Answers.MISSING);
  }

  @Test
  void readsNoMoreThanItsBound() throws IOException {
    String longText =
        TEXT + "Why: " + "x".repeat(AnswersFile.MOST_BYTES) + "\n## 5.6\nAnswer: a b c";
    Files.writeString(folder.resolve("ANSWERS.md"), longText);

    Answers answers = AnswersFile.read(folder);

    assertThat(answers.to(Question.PARTITION).measured()).isEqualTo("1");
    assertThat(answers.to(Question.HANDLED_TWICE).isGiven()).isFalse();
  }

  @Test
  void readsOnWhereBytesAreNoText() throws IOException {
    byte[] bytes =
        (TEXT + "Why: Gr\u00fc\u00dfe an alle")
            .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    Files.write(folder.resolve("ANSWERS.md"), bytes);

    Answers answers = AnswersFile.read(folder);

    assertThat(answers.to(Question.PARTITION).measured()).isEqualTo("1");
    assertThat(answers.to(Question.PARTITION).text()).endsWith("an alle");
  }
}
