package dev.kafkalab.grader.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Proves that a watch judges again what a saved file concerns, and nothing else. */
@DisabledOnOs(OS.WINDOWS)
@EnabledIf("dev.kafkalab.grader.proof.Lab#hasReference")
class WatchIT {

  @TempDir private Path folder;

  @Test
  void aSavedFileIsJudgedAgain() throws Exception {
    Path submission = folder.resolve("ada");
    Lab.writeReference(submission);
    Path producer = submission.resolve("src/main/java/dev/kafkalab/lab/EventRecord.java");
    Path answers = submission.resolve("ANSWERS.md");
    String right = Files.readString(producer);
    GraderProcess watch =
        watch(submission, "producer.key-affinity,producer.ordering,consumer.activity,answers");
    try {
      watch.awaitOutput("ada: 21 of 21 points");

      save(producer, right.replace("topic, event.userId()", "topic, event.eventType()"));
      watch.awaitOutput("2 of 4 criteria to judge");
      watch.awaitOutput("Fix first: producer.key-affinity");
      watch.awaitOutput("points (-");

      save(producer, right.replace("final class", "final klass"));
      watch.awaitOutput("Nothing can be run until this is fixed.");

      save(producer, right);
      watch.awaitOutput("ada: 21 of 21 points (+");

      Files.delete(answers);
      watch.awaitOutput("1 of 4 criteria to judge");
    } finally {
      watch.sendToItAlone("TERM");
      assertThat(watch.exitCode(Duration.ofSeconds(20))).as(watch.output()).isEqualTo(143);
    }
    assertThat(watch.temporaryFolders()).isEmpty();
  }

  @Test
  void aFileThatIsSavedMeanwhileEndsTheGrading() throws Exception {
    Path submission = folder.resolve("ada");
    Lab.writeReference(submission);
    Path consumer =
        submission.resolve("src/main/java/dev/kafkalab/lab/KafkaUserEventConsumer.java");
    GraderProcess watch = watch(submission, "group.rebalance,consumer.dispatches");
    try {
      watch.awaitFile("cell-");

      save(consumer, Files.readString(consumer) + "// saved\n");
      watch.awaitOutput("KafkaUserEventConsumer.java");
      watch.awaitOutput("ada: 10 of 10 points");

      assertThat(watch.output()).doesNotContain("failed").containsOnlyOnce("ada: ");
    } finally {
      watch.sendToItAlone("TERM");
      watch.exitCode(Duration.ofSeconds(20));
    }
  }

  private GraderProcess watch(Path submission, String criteria) throws IOException {
    return GraderProcess.java(
        folder,
        List.of(
            "dev.kafkalab.grader.cli.Main",
            "watch",
            submission.toString(),
            "--broker",
            "embedded",
            "--criteria",
            criteria));
  }

  /** Saves as editors do: into a file beside it, which then replaces the other. */
  private static void save(Path file, String text) throws IOException {
    Path written = Files.writeString(file.resolveSibling("." + file.getFileName() + "~"), text);
    Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
