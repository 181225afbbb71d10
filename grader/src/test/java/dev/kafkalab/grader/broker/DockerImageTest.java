package dev.kafkalab.grader.broker;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.dockerjava.api.DockerClient;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DockerImageTest {

  private static final Duration BOUND = Duration.ofSeconds(20);

  @Test
  void aPullThatIsInterruptedEndsAtOnceAndHoldsNoStream() throws Exception {
    try (FakeEngine engine = new FakeEngine()) {
      DockerClient docker = engine.client();
      FutureTask<Void> pull =
          new FutureTask<>(() -> new DockerImage("kafka:1").makeAvailable(docker), null);
      Thread pulling = new Thread(pull);
      pulling.start();
      engine.awaitRequest("/images/create");

      pulling.interrupt();

      assertThatExceptionOfType(ExecutionException.class)
          .isThrownBy(pull::get)
          .havingCause()
          .isInstanceOf(BrokerStartFailed.class)
          .withMessage(
              "The image kafka:1 is not on this machine and could not be pulled: interrupted");
      Awaitility.await()
          .atMost(BOUND)
          .until(() -> engine.openStreams("{\"status\":\"Downloading\"}\n"), open -> open == 0);
    }
  }
}
