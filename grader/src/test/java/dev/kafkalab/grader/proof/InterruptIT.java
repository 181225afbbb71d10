package dev.kafkalab.grader.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves that an interrupted grading ends, and leaves nothing running and no folder. */
@DisabledOnOs(OS.WINDOWS)
@EnabledIf("dev.kafkalab.grader.proof.Lab#hasReference")
class InterruptIT {

  private static final String CRITERIA = "consumer.resumes,consumer.shutdown,group.rebalance";

  /** Two seconds on a machine with time: docs/validity.md has what it takes. */
  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"sources", "broker-", "cell-"})
  void itEndsInEachPhase(String phase) throws Exception {
    GraderProcess grading = GraderProcess.grade(Lab.REFERENCE, CRITERIA, folder, List.of());
    grading.awaitFile(phase);
    List<ProcessHandle> started = grading.descendants();

    grading.sendToItAlone("TERM");

    assertThat(grading.exitCode(SOON)).as(grading.output()).isIn(143, 130);
    await().atMost(SOON).until(() -> started.stream().noneMatch(ProcessHandle::isAlive));
    if (!grading.temporaryFolders().isEmpty()) { // two seconds were over, on a busy machine
      itGoesWithTheNextOne();
    }
  }

  @Test
  void whatAKilledGraderLeftGoesWithTheNextOne() throws Exception {
    GraderProcess killed = GraderProcess.grade(Lab.REFERENCE, CRITERIA, folder, List.of());
    killed.awaitFile("cell-");
    List<ProcessHandle> started = killed.descendants();
    killed.sendToItAlone("KILL");
    killed.exitCode(SOON);
    List<Path> left = killed.temporaryFolders();
    assertThat(left).isNotEmpty();
    await().atMost(SOON).until(() -> started.stream().noneMatch(ProcessHandle::isAlive));
    itGoesWithTheNextOne();
  }

  private void itGoesWithTheNextOne() throws Exception {
    GraderProcess next = GraderProcess.grade(Lab.REFERENCE, "topic.created", folder, List.of());

    assertThat(next.exitCode()).as(next.output()).isZero();
    assertThat(next.temporaryFolders()).isEmpty();
  }
}
