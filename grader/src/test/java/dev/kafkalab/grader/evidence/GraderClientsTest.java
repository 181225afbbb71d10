package dev.kafkalab.grader.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class GraderClientsTest {

  /** Nobody listens there, and nobody is asked to. */
  private static final String NOBODY = "localhost:1";

  @Test
  @Timeout(value = 1, unit = TimeUnit.HOURS)
  void clientsThatAreClosedAreNotAskedAgainAndAgain() {
    GraderClients clients = new GraderClients(NOBODY);
    clients.close();

    assertThat(clients.brokerAnswers(Duration.ofDays(1))).isFalse();
  }

  @Test
  void whoIsInterruptedLearnsNothingOfTheBroker() {
    try (GraderClients clients = new GraderClients(NOBODY)) {
      Thread.currentThread().interrupt();

      Throwable thrown = catchThrowable(() -> clients.brokerAnswers(Duration.ofDays(1)));

      assertThat(Thread.interrupted()).isTrue();
      assertThat(thrown).isInstanceOf(InterruptException.class);
    }
  }
}
