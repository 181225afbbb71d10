package dev.kafkalab.grader.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Proves that nobody loses points by a laptop's lid, or by a grader that is stopped. */
@DisabledOnOs(OS.WINDOWS)
@EnabledIf("dev.kafkalab.grader.proof.Lab#hasReference")
class StandstillIT {

  private static final String CRITERIA = "consumer.resumes,producer.close-flushes";

  /** Longer than any wait for the student's code on this machine, were it counted. */
  private static final Duration STOPPED = Duration.ofSeconds(5);

  @TempDir private Path folder;

  /** What is in the temporary folder says how far it is. */
  static Stream<String> phases() {
    return Brief.some("cell-", "sources");
  }

  @ParameterizedTest
  @MethodSource("phases")
  void aMachineThatIsSuspendedCostsNoPoint(String phase) throws Exception {
    GraderProcess grading = GraderProcess.grade(Lab.REFERENCE, CRITERIA, folder, List.of());
    grading.awaitFile(phase);

    grading.send("STOP");
    pass(STOPPED);
    grading.send("CONT");

    assertThat(grading.exitCode()).as(grading.output()).isZero();
    assertThat(grading.report().get("score")).isEqualTo(grading.report().get("maxScore"));
    assertThat(grading.report().get("maxScore").asInt()).isEqualTo(10);
  }

  @Test
  void aGraderThatIsStoppedWhileItJudgesSaysSo() throws Exception {
    GraderProcess grading = GraderProcess.grade(Lab.REFERENCE, CRITERIA, folder, List.of());
    grading.awaitOutput("✓");

    grading.sendToItAlone("STOP");
    pass(STOPPED);
    grading.sendToItAlone("CONT");

    assertThat(grading.exitCode()).as(grading.output()).isZero();
    assertThat(grading.report().get("score").asInt()).isEqualTo(10);
    assertThat(grading.report().get("remarks").toString()).contains("This machine was suspended");
  }

  /** The time itself is what is tried here. */
  private static void pass(Duration time) throws InterruptedException {
    boolean unused = new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
  }
}
