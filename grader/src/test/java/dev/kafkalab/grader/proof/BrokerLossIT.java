package dev.kafkalab.grader.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Container;
import dev.kafkalab.grader.broker.ContainerBroker;
import dev.kafkalab.grader.engine.Grader;
import dev.kafkalab.grader.engine.GradingRequest;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.report.ConsoleReport;
import dev.kafkalab.grader.report.Style;
import dev.kafkalab.grader.resources.BrokerChoice;
import dev.kafkalab.grader.resources.BrokerChoice.Mode;
import dev.kafkalab.grader.resources.Pace;
import dev.kafkalab.grader.rubric.OutcomeKind;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;

/** Proves that a Kafka that does not start, or does not live, never costs a student points. */
@EnabledIf("dev.kafkalab.grader.proof.Docker#answers")
class BrokerLossIT {

  /** One that ends soon, and others that are under way then. */
  private static final Set<String> CRITERIA =
      Set.of(
          "producer.acks",
          "producer.delivers",
          "consumer.manual-commit",
          "consumer.resumes",
          "consumer.crash",
          "group.rebalance");

  private static final String NO_IMAGE = "apache/kafka:no-such-version";
  private static final String SHORT_LIVED = "kafka-lab-short-lived";

  private final DockerClient docker = DockerClientFactory.instance().client();

  @TempDir private Path folder;

  @BeforeEach
  void writeTheReference() {
    Lab.writeReference(folder);
  }

  @Test
  void aKilledContainerIsReplacedAndWhatItHitIsJudgedAgain() {
    AtomicBoolean killed = new AtomicBoolean();

    GradedSubmission graded =
        grade(
            BrokerChoice.CONTAINER,
            () -> {
              if (!killed.getAndSet(true)) {
                killContainersOf(ContainerBroker.IMAGE);
              }
            });

    assertThat(graded.grade().score())
        .as(ConsoleReport.of(graded, Style.PLAIN))
        .isEqualTo(graded.grade().maxScore());
    assertThat(graded.broker().remark())
        .isEqualTo("Kafka stopped and was replaced; the criteria affected were judged again.");
  }

  @Test
  void aContainerThatStaysDeadIsOursToReport() {
    docker.tagImageCmd(ContainerBroker.IMAGE, SHORT_LIVED, "1").exec();
    AtomicBoolean killed = new AtomicBoolean();

    GradedSubmission graded =
        grade(
            new BrokerChoice(Mode.CONTAINER, SHORT_LIVED + ":1"),
            () -> {
              if (!killed.getAndSet(true)) {
                docker.removeImageCmd(SHORT_LIVED + ":1").withForce(true).exec();
                killContainersOf(SHORT_LIVED + ":1");
              }
            });

    String report = ConsoleReport.of(graded, Style.PLAIN);
    assertThat(graded.grade().isIncomplete()).as(report).isTrue();
    assertThat(graded.grade().results())
        .as(report)
        .extracting(CriterionResult::kind)
        .containsOnly(OutcomeKind.PASSED, OutcomeKind.INFRASTRUCTURE);
  }

  @Test
  void anImageThatCannotBeHadIsNamed() {
    GradedSubmission graded = grade(new BrokerChoice(Mode.CONTAINER, NO_IMAGE), () -> {});

    assertThat(graded.grade().results())
        .extracting(CriterionResult::kind)
        .containsOnly(OutcomeKind.INFRASTRUCTURE);
    Feedback feedback = Objects.requireNonNull(graded.grade().results().get(0).feedback());
    assertThat(feedback.message())
        .startsWith(
            "There is no Kafka to judge this with: The image %s is not on this machine"
                .formatted(NO_IMAGE));
  }

  @Test
  void withoutAnImageTheEmbeddedKafkaServesAndTheReportSaysSo() {
    GradedSubmission graded = grade(new BrokerChoice(Mode.AUTO, NO_IMAGE), () -> {});

    assertThat(graded.grade().score()).isEqualTo(graded.grade().maxScore());
    assertThat(graded.broker().kind()).isEqualTo("embedded");
    assertThat(graded.broker().remark())
        .startsWith("The image %s is not on this machine".formatted(NO_IMAGE))
        .endsWith("Kafka therefore ran in the grader's own process. The verdicts are the same.");
  }

  /** Grades, and does something whenever a criterion has ended. */
  private GradedSubmission grade(BrokerChoice broker, Runnable atEachEnd) {
    return Grader.grade(
        new GradingRequest(folder, CRITERIA, broker, GradingRequest.newSeed(), Pace.ALONE),
        (result, soFar) -> atEachEnd.run());
  }

  private void killContainersOf(String image) {
    for (Container container : docker.listContainersCmd().exec()) {
      if (image.equals(
          docker.inspectContainerCmd(container.getId()).exec().getConfig().getImage())) {
        kill(container.getId());
      }
    }
  }

  private void kill(String id) {
    try {
      docker.killContainerCmd(id).exec();
    } catch (DockerException e) {
      throw new IllegalStateException("the container could not be killed", e);
    }
  }
}
