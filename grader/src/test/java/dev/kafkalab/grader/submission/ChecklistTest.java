package dev.kafkalab.grader.submission;

import static org.assertj.core.api.Assertions.assertThat;

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
    List<HandedIn> things = Checklist.of(temporary);

    assertThat(things)
        .extracting(HandedIn::name)
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
    assertThat(things).noneMatch(HandedIn::present);
    assertThat(things)
        .extracting(HandedIn::detail)
        .endsWith("no such file at the top level of the submission", "no folder named screenshots");
  }

  @Test
  void findsSourcesInAnyPackage() throws IOException {
    StudentFolder student =
        StudentFolder.in(temporary)
            .with("src/main/java/any/ProducerApp.java", "class ProducerApp {}");

    assertThat(Checklist.of(student.folder()))
        .contains(new HandedIn("ProducerApp.java", true, "src/main/java/any/ProducerApp.java"));
  }

  @Test
  void takesNoOtherNameForAnother() throws IOException {
    StudentFolder student = StudentFolder.in(temporary).with("OldProducerApp.java", "");

    assertThat(Checklist.of(student.folder()))
        .contains(new HandedIn("ProducerApp.java", false, "no file with this name"));
  }

  @Test
  void countsAnswers() throws IOException {
    StudentFolder student =
        StudentFolder.in(temporary).with("ANSWERS.md", "## 5.1\nPartition: 1\n## 5.2\nWhy: ...");

    assertThat(Checklist.of(student.folder()))
        .contains(new HandedIn("ANSWERS.md", true, "1 of 6 questions answered"));
  }

  @Test
  void knowsTheTemplatesDots() throws IOException {
    StudentFolder student =
        StudentFolder.in(temporary).with("ANSWERS.md", "## 5.1\nPartition: ...");

    assertThat(Checklist.of(student.folder()))
        .contains(new HandedIn("ANSWERS.md", false, "0 of 6 questions answered"));
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

    assertThat(Checklist.of(student.folder())).noneMatch(HandedIn::present);
  }

  private HandedIn screenshot(String name, byte[] content) throws IOException {
    StudentFolder student = StudentFolder.in(temporary).with("screenshots/" + name, content);
    List<HandedIn> things = Checklist.of(student.folder());
    return things.get(things.size() - 1);
  }
}
