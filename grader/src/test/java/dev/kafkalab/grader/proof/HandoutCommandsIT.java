package dev.kafkalab.grader.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.proof.LabClone.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the handout's commands that need no Docker, as they are written there. */
@DisabledOnOs(OS.WINDOWS)
@EnabledIf("dev.kafkalab.grader.proof.Lab#hasReference")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class HandoutCommandsIT {

  private static final long SECONDS_TO_END = 20;

  @TempDir private Path folder;
  private LabClone clone;
  private List<String> commands;
  private Process broker;

  @BeforeEach
  void startKafka() throws IOException {
    clone = LabClone.packaged(folder.resolve("a clone"), folder.resolve("caches"));
    Lab.writeReference(clone.root().resolve("solution"));
    commands =
        Files.readAllLines(Lab.TEMPLATE.resolve("README.md")).stream()
            .map(String::strip)
            .filter(line -> line.startsWith("./lab ") || line.contains("| ./lab "))
            .toList();
    broker = start("./lab console");
    // The commands name no port: 9092 and 8080 have to be free here.
    assertThat(LabClone.lineWith(broker, "Kafka"))
        .contains("listens on localhost:9092", "the page is http://localhost:8080.");
  }

  @AfterEach
  void endKafka() throws Exception {
    assertThat(exitCodeAfterCtrlC(broker)).isEqualTo(130);
  }

  @Test
  void eachDoesWhatTheHandoutSays() throws Exception {
    assertThat(commands).hasSize(7);
    assertThat(run("topics --create").exitCode()).isZero();
    assertThat(run("topics --describe").shown()).contains("PartitionCount: 3");

    Process consumer = start(command("run consumer"));
    assertThat(LabClone.lineWith(consumer, "Ctrl+C")).contains("user-activity-tracker");
    Ran produced = run("run producer");
    assertThat(produced.shown()).contains("delivered");
    assertThat(produced.exitCode()).isZero();
    assertThat(LabClone.lineWith(consumer, "purchase")).contains("user_");
    assertThat(run("kafka console-producer").exitCode()).isZero();
    assertThat(LabClone.lineWith(consumer, "Skipped")).contains("user-events");

    Process reader = start(command("kafka console-consumer"));
    assertThat(LabClone.lineWith(reader, "{invalid json}")).contains("Partition:");
    assertThat(exitCodeAfterCtrlC(reader)).isEqualTo(130);
    assertThat(run("kafka consumer-groups").shown()).contains("user-events", "CURRENT-OFFSET");
    assertThat(exitCodeAfterCtrlC(consumer)).isEqualTo(130);
    assertThat(LabClone.lineWith(consumer, "revenue")).isNotEqualTo("null");
  }

  @Test
  void whatCannotWorkIsSaidAtOnce() throws Exception {
    assertThat(inSolution("./lab kafka topic"))
        .satisfies(
            ran -> {
              assertThat(ran.shown()).startsWith("There is no tool 'topic': name one of");
              assertThat(ran.exitCode()).isEqualTo(2);
            });
    assertThat(inSolution("./lab run consumer localhost:1"))
        .satisfies(
            ran -> {
              assertThat(ran.shown()).startsWith("No program listens on localhost:1.");
              assertThat(ran.exitCode()).isEqualTo(4);
            });
    Path source = clone.root().resolve("solution/src/main/java/dev/kafkalab/lab/ProducerApp.java");
    Files.writeString(source, Files.readString(source).replaceFirst(";", ""));
    assertThat(inSolution("./lab run producer"))
        .satisfies(
            ran -> {
              assertThat(ran.shown()).contains("ProducerApp.java:");
              assertThat(ran.exitCode()).isEqualTo(3);
            });
  }

  private String command(String part) {
    List<String> found = commands.stream().filter(line -> line.contains(part)).toList();
    assertThat(found).as(part).hasSize(1);
    return found.get(0);
  }

  private Ran run(String part) throws Exception {
    return inSolution(command(part));
  }

  private Ran inSolution(String command) throws Exception {
    return LabClone.ended(start(command));
  }

  /** In the solution's folder, since this clone has no template. */
  private Process start(String command) throws IOException {
    String there = command.replace("./lab", "../lab");
    return clone.start("cd solution; " + (there.contains("|") ? there : "exec " + there), Map.of());
  }

  private static int exitCodeAfterCtrlC(Process lab) throws Exception {
    LabClone.send("INT", lab);
    assertThat(lab.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)).isTrue();
    return lab.exitValue();
  }
}
