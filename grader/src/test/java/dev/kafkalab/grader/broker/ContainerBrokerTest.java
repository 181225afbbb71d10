package dev.kafkalab.grader.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testcontainers.kafka.KafkaContainer;

@Timeout(60)
class ContainerBrokerTest {

  private static final String ENDED = "{\"StatusCode\":137}\n";
  private static final Duration BOUND = Duration.ofSeconds(20);

  private FakeEngine engine;
  private ContainerBroker broker;

  @BeforeEach
  void startEngine() throws IOException {
    engine = new FakeEngine();
    broker = new ContainerBroker(new KafkaInDocker(new FakeContainer(engine.client())), "kafka:1");
  }

  @AfterEach
  void stopEngine() {
    engine.close();
  }

  @Test
  void whoeverWatchesIsToldOfTheEnd() throws InterruptedException {
    CountDownLatch told = new CountDownLatch(1);
    broker.whenEnded(told::countDown);
    engine.awaitRequest("/containers/abc/wait");

    int open = engine.openStreams(ENDED);

    assertThat(open).isOne();
    assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aBrokerThatWaitsForTheNextGradingHoldsNoStreamAndTellsNobody() throws InterruptedException {
    AtomicInteger told = new AtomicInteger();
    broker.whenEnded(told::incrementAndGet);
    engine.awaitRequest("/containers/abc/wait");

    broker.close();

    awaitNoStream();
    assertThat(told).hasValue(0);
  }

  @Test
  void anAbandonedBrokerHoldsNoStreamAndTellsNobody() throws InterruptedException {
    AtomicInteger told = new AtomicInteger();
    broker.whenEnded(told::incrementAndGet);
    engine.awaitRequest("/containers/abc/wait");

    broker.abandon();

    awaitNoStream();
    assertThat(told).hasValue(0);
  }

  @Test
  void aStreamThatOpensOnlyAfterwardsIsClosed() {
    AtomicInteger closed = new AtomicInteger();
    EndWatch watch = new EndWatch(() -> {});

    watch.close();
    watch.onStart(closed::incrementAndGet);

    assertThat(closed).hasValue(1);
  }

  private void awaitNoStream() {
    Awaitility.await().atMost(BOUND).until(() -> engine.openStreams(ENDED), open -> open == 0);
  }

  /** A container that is there and needs no Docker to be ended. */
  private static final class FakeContainer extends KafkaContainer {

    private final DockerClient client;

    FakeContainer(DockerClient client) {
      super("apache/kafka:1");
      this.client = client;
    }

    @Override
    public DockerClient getDockerClient() {
      return client;
    }

    @Override
    public String getContainerId() {
      return "abc";
    }

    @Override
    public void stop() {}
  }
}
