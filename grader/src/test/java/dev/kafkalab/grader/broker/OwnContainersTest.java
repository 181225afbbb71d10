package dev.kafkalab.grader.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.dockerjava.api.DockerClient;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OwnContainersTest {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(200);

  private FakeEngine engine;
  private OwnContainers own;

  @BeforeEach
  void startEngine() throws IOException {
    engine = new FakeEngine();
    DockerClient client = engine.client();
    own = new OwnContainers(() -> client, new Bounded());
  }

  @AfterEach
  void stopEngine() {
    engine.close();
  }

  @Test
  void whatWasStartedIsGoneAfterTheEnd() {
    create("idle");
    create("used");

    own.endAll(LONG);

    assertThat(engine.containers()).isEmpty();
  }

  @Test
  void oneThatIsJustBeingCreatedIsRemovedAndMustNotBeStarted() throws Exception {
    own.beginCreating(this);
    CompletableFuture<Void> end = CompletableFuture.runAsync(() -> own.endAll(LONG));
    engine.awaitRequest("/containers/json");
    engine.awaitRequest("/containers/json"); // none is there, and it looks again
    engine.containers().add("late");

    assertThatExceptionOfType(BrokerStartFailed.class)
        .isThrownBy(() -> own.endCreating(this))
        .withMessage("The grader was interrupted");
    end.get();

    assertThat(engine.containers()).isEmpty();
  }

  @Test
  void noneIsCreatedAfterTheEnd() {
    own.endAll(LONG);

    assertThatExceptionOfType(BrokerStartFailed.class).isThrownBy(() -> own.beginCreating(this));
  }

  @Test
  void whoeverNeverStartedOneIsNotHeldUpByDocker() {
    OwnContainers none =
        new OwnContainers(
            () -> {
              throw new AssertionError("Docker was asked");
            },
            new Bounded());

    assertThatCode(() -> none.endAll(LONG)).doesNotThrowAnyException();
  }

  @Test
  void aDockerThatIsStuckIsNotWaitedFor() {
    create("stays");
    engine.getStuck();
    long start = System.nanoTime();

    own.endAll(SHORT);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONG.dividedBy(2));
    assertThat(engine.containers()).containsExactly("stays");
  }

  @Test
  void aCreationThatIsStuckIsNotWaitedFor() throws Exception {
    own.beginCreating(this);
    CompletableFuture<Void> end = CompletableFuture.runAsync(() -> own.endAll(SHORT));

    end.get();

    assertThatExceptionOfType(BrokerStartFailed.class).isThrownBy(() -> own.endCreating(this));
  }

  private void create(String id) {
    own.beginCreating(id);
    engine.containers().add(id);
    own.endCreating(id);
  }
}
