package dev.kafkalab.grader.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EmbeddedBrokerTest {

  @TempDir private Path folder;

  @Test
  void aPortThatWasTakenIsTheReasonHoweverDeepItIs() {
    KafkaException failure = new KafkaException("no server", new BindException("in use"));

    assertThat(EmbeddedBroker.isTakenPort(failure)).isTrue();
  }

  /** Kafka itself does not say so. */
  @Test
  void aControllersPortThatIsTakenMeanwhileIsKnownAsOne() throws IOException {
    FreePorts ports = FreePorts.find();
    try (ServerSocket taken = new ServerSocket(ports.controller(), 1, Loopback.ADDRESS)) {
      assertThat(taken.isBound()).isTrue();
      Throwable failure = catchThrowable(() -> EmbeddedBroker.startOnce(folder, ports).close());

      assertThat(EmbeddedBroker.isTakenPort(failure)).as("%s", failure).isTrue();
    }
  }

  @Test
  void anyOtherFailureIsNotTriedAgain() {
    assertThat(EmbeddedBroker.isTakenPort(new IOException("disk full"))).isFalse();
  }

  @Test
  void aPortThatSomebodyHasIsNamed() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, Loopback.ADDRESS)) {
      int port = taken.getLocalPort();

      assertThatExceptionOfType(BrokerStartFailed.class)
          .isThrownBy(() -> EmbeddedBroker.startAt(port, folder))
          .withMessage("Port " + port + " is in use by another program, perhaps another Kafka");
    }
  }
}
