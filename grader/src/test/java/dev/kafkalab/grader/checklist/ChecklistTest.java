package dev.kafkalab.grader.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.grade.Deliverable;
import dev.kafkalab.grader.submission.StudentFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecklistTest {

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10};
  private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0};

  @TempDir Path temporary;

  @Test
  void listsWhatIsMissingFromAnEmptyFolder() {
    List<Deliverable> things = Checklist.of(temporary);

    assertThat(things)
        .extracting(Deliverable::name)
        .containsExactly(
            "KafkaTopicSetup.java",
            "KafkaUserEventProducer.java",
            "KafkaUserEventConsumer.java",
            "UserEventJson.java",
            "UserActivityTracker.java",
            "ProducerApp.java",
            "ConsumerApp.java",
            "ANSWERS.md",
            "screenshot of the topic");
    assertThat(things).noneMatch(Deliverable::present);
    assertThat(things)
        .extracting(Deliverable::detail)
        .endsWith("no such file at the top level of the submission", "no folder named screenshots");
  }

  @Test
  void findsSourcesInAnyPackage() throws IOException {
    StudentFolder student =
        StudentFolder.in(temporary)
            .with("src/main/java/any/ProducerApp.java", "class ProducerApp {}");

    assertThat(Checklist.of(student.folder()))
        .contains(new Deliverable("ProducerApp.java", true, "src/main/java/any/ProducerApp.java"));
  }

  @Test
  void takesNoOtherNameForAnother() throws IOException {
    StudentFolder student = StudentFolder.in(temporary).with("OldProducerApp.java", "");

    assertThat(Checklist.of(student.folder()))
        .contains(new Deliverable("ProducerApp.java", false, "no file with this name"));
  }

  @Test
  void countsAnswers() throws IOException {
    StudentFolder student =
        StudentFolder.in(temporary).with("ANSWERS.md", "## 5.1\nPartition: 1\n## 5.2\nWhy: ...");

    assertThat(Checklist.of(student.folder()))
        .contains(new Deliverable("ANSWERS.md", true, "1 of 6 questions answered"));
  }

  @Test
  void knowsTheTemplatesDots() throws IOException {
    StudentFolder student =
        StudentFolder.in(temporary).with("ANSWERS.md", "## 5.1\nPartition: ...");

    assertThat(Checklist.of(student.folder()))
        .contains(new Deliverable("ANSWERS.md", false, "0 of 6 questions answered"));
  }

  @Test
  void findsAScreenshot() throws IOException {
    assertThat(screenshot("topic.PNG", PNG).detail()).isEqualTo("screenshots/topic.PNG");
    Files.delete(temporary.resolve("anna/screenshots/topic.PNG"));
    assertThat(screenshot("topic.jpeg", JPEG).present()).isTrue();
  }

  @Test
  void takesNoOtherFileForAScreenshot() throws IOException {
    assertThat(screenshot("topic.png", new byte[0]).present()).isFalse();
    assertThat(screenshot("topic.txt", PNG).detail())
        .isEqualTo("no PNG or JPG in the folder screenshots");
  }

  @Test
  void followsNoLinkToAScreenshot() throws IOException {
    Path elsewhere = Files.write(temporary.resolve("other.png"), PNG);
    StudentFolder student =
        StudentFolder.in(temporary).withLink("screenshots/topic.png", elsewhere);

    assertThat(Checklist.of(student.folder())).noneMatch(Deliverable::present);
  }

  private Deliverable screenshot(String name, byte[] content) throws IOException {
    StudentFolder student = StudentFolder.in(temporary).with("screenshots/" + name, content);
    List<Deliverable> things = Checklist.of(student.folder());
    return things.get(things.size() - 1);
  }
}
