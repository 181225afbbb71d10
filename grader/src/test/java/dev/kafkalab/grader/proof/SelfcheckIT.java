package dev.kafkalab.grader.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.engine.BrokerChoice;
import dev.kafkalab.grader.engine.GradingRequest;
import dev.kafkalab.grader.selfcheck.Certificate;
import dev.kafkalab.grader.selfcheck.CertificateJson;
import dev.kafkalab.grader.selfcheck.CertificateText;
import dev.kafkalab.grader.selfcheck.Selfcheck;
import dev.kafkalab.grader.selfcheck.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Proves the grader: each known submission gets exactly the verdicts that it deserves. */
@EnabledIf("dev.kafkalab.grader.proof.Lab#hasReference")
class SelfcheckIT {

  private static final Path JSON = Path.of("target", "selfcheck.json");

  /** With {@code -Dproof.whole=true} each is judged by all criteria that can see its changes. */
  private static final boolean WHOLE = Boolean.getBoolean("proof.whole");

  @Test
  void allVerdictsAreRightAndNothingIsLeftRunning() throws IOException {
    int cores = Runtime.getRuntime().availableProcessors();
    long seed = GradingRequest.newSeed();
    List<Trial> trials =
        Lab.known().stream().map(submission -> Trial.of(submission, WHOLE, seed)).toList();

    Certificate certificate =
        new Selfcheck(Lab.REFERENCE, BrokerChoice.EMBEDDED, cores, 0)
            .run(trials, seed, checked -> {});

    Files.writeString(JSON, CertificateJson.of(certificate));
    assertThat(certificate.holds()).as(CertificateText.of(certificate)).isTrue();
    Awaitility.await("no process of the students' to be left").until(() -> leftRunning().isEmpty());
  }

  /** Some of the hostile ones start such a child and detach it. */
  private static List<ProcessHandle> leftRunning() {
    return ProcessHandle.allProcesses()
        .filter(
            process ->
                process.info().commandLine().filter(line -> line.contains("sleep 987")).isPresent())
        .toList();
  }
}
