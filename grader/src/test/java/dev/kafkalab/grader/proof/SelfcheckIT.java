package dev.kafkalab.grader.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.engine.GradingRequest;
import dev.kafkalab.grader.resources.BrokerChoice;
import dev.kafkalab.grader.resources.IsolationChoice;
import dev.kafkalab.grader.selfcheck.Certificate;
import dev.kafkalab.grader.selfcheck.CertificateJson;
import dev.kafkalab.grader.selfcheck.CertificateText;
import dev.kafkalab.grader.selfcheck.Circumstances;
import dev.kafkalab.grader.selfcheck.Plan;
import dev.kafkalab.grader.selfcheck.Selfcheck;
import dev.kafkalab.grader.zoo.KnownSubmission;
import dev.kafkalab.grader.zoo.Proof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Proves the grader: each known submission gets exactly the verdicts that it deserves. */
@EnabledIf("dev.kafkalab.grader.proof.Lab#hasReference")
class SelfcheckIT {

  private static final Path JSON = Path.of("target", "selfcheck.json");

  /**
   * With {@code -Dproof.whole=true} all are graded, each by all criteria that can see its changes:
   * more than half an hour. Else it is a sample that the seed draws, by the criteria that each is
   * about.
   */
  private static final boolean WHOLE = Boolean.getBoolean("proof.whole");

  private static final int AT_ONCE = 3;
  private static final int GOOD = Brief.IS_WANTED ? 1 : 3;
  private static final int OTHERS = Brief.IS_WANTED ? 3 : 20;

  @Test
  void allVerdictsAreRightAndNothingIsLeftRunning() throws IOException {
    long seed = GradingRequest.newSeed();
    Plan plan = Plan.selfcheck(WHOLE ? Lab.known() : sample(seed), WHOLE, seed);

    Certificate certificate =
        new Selfcheck(
                Lab.REFERENCE,
                BrokerChoice.EMBEDDED,
                IsolationChoice.AUTO,
                AT_ONCE,
                Circumstances.here(0, "selfcheck --seed " + seed))
            .run(plan, (checked, soFar) -> {});

    Files.writeString(JSON, CertificateJson.of(certificate));
    assertThat(certificate.holds()).as(CertificateText.of(certificate)).isTrue();
    Awaitility.await("no process of the students' to be left").until(() -> leftRunning().isEmpty());
  }

  /** Draws some of each kind: another run draws others. */
  private static List<KnownSubmission> sample(long seed) {
    List<KnownSubmission> sample = new ArrayList<>();
    for (Proof kind : Proof.values()) {
      List<KnownSubmission> all = new ArrayList<>(Lab.known(kind));
      Collections.shuffle(all, new Random(seed));
      sample.addAll(all.subList(0, kind == Proof.GOOD ? GOOD : OTHERS));
    }
    return sample;
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
