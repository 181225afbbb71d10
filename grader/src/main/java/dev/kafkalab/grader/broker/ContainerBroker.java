package dev.kafkalab.grader.broker;

import java.time.Duration;
import java.util.Deque;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.testcontainers.DockerClientFactory;

/**
 * A Kafka in a container of its own.
 *
 * <p>Whoever has started it has it alone. Closed, it waits for the next submission of this JVM, for
 * it takes seconds to start; it ends with the JVM, and one whose JVM was killed ends when the next
 * one starts.
 */
public final class ContainerBroker implements TestBroker {

  /** The image that is used where nobody names another. */
  public static final String IMAGE = "apache/kafka:" + EmbeddedBroker.runningVersion();

  /** Docker may hang, and nothing of it may hang the grader. */
  private static final Duration MOST_TO_ANSWER = Duration.ofSeconds(20);

  /** Two starts fit in; pulling an image does where that goes on well. */
  private static final Duration MOST_TO_START = Duration.ofMinutes(5);

  private static final Duration MOST_TO_REMOVE = Duration.ofSeconds(15);

  private static final Deque<ContainerBroker> IDLE = new ConcurrentLinkedDeque<>();

  private final KafkaInDocker kafka;
  private final String image;
  private boolean used;

  private ContainerBroker(KafkaInDocker kafka, String image) {
    this.kafka = kafka;
    this.image = image;
  }

  /** Returns whether a Docker engine answers within 20 s; without Docker it is known at once. */
  public static boolean isPossible() {
    if (!DockerTraces.ofThisProcess().areThere()) {
      return false;
    }
    try {
      return Bounded.call(
          "ask-docker", MOST_TO_ANSWER, () -> DockerClientFactory.instance().isDockerAvailable());
    } catch (TimeoutException | ExecutionException e) {
      return false;
    }
  }

  /**
   * Starts a container, or takes one that a grading of this JVM has closed.
   *
   * <p>On return it takes requests; {@link #isUsed()} says whether there may be something in it.
   *
   * @param image with its tag, such as {@code apache/kafka:4.4.0}; pulled where it is not here
   * @throws BrokerStartFailed with the reason
   */
  public static ContainerBroker start(String image) {
    if (!isPossible()) {
      throw new BrokerStartFailed("Docker does not answer", null);
    }
    for (ContainerBroker idle = IDLE.poll(); idle != null; idle = IDLE.poll()) {
      if (idle.image.equals(image) && idle.kafka.isRunning()) {
        return idle;
      }
      idle.abandon();
    }
    return new ContainerBroker(startInTime(image), image);
  }

  private static KafkaInDocker startInTime(String image) {
    try {
      return Bounded.call(
          "start-container",
          MOST_TO_START,
          () -> {
            new DockerImage(image).makeAvailable(DockerClientFactory.instance().client());
            return KafkaInDocker.start(image);
          });
    } catch (ExecutionException e) {
      throw e.getCause() instanceof BrokerStartFailed failed
          ? failed
          : new BrokerStartFailed("The container could not be started: " + e.getCause(), e);
    } catch (TimeoutException e) {
      throw new BrokerStartFailed(
          String.format(
              Locale.ROOT, "Docker did not start %s within %d s", image, MOST_TO_START.toSeconds()),
          e);
    }
  }

  @Override
  public String bootstrapServers() {
    return kafka.address();
  }

  @Override
  public BrokerKind kind() {
    return BrokerKind.CONTAINER;
  }

  @Override
  public String version() {
    return image.substring(image.lastIndexOf(':') + 1);
  }

  @Override
  public void whenEnded(Runnable told) {
    kafka.whenEnded(told);
  }

  @Override
  public boolean isUsed() {
    return used;
  }

  /** Leaves it to the next submission. */
  @Override
  public void close() {
    used = true;
    IDLE.add(this);
  }

  /** A Docker that does not answer any more is not waited for: the next start removes it. */
  @Override
  public void abandon() {
    try {
      Bounded.call("remove-container", MOST_TO_REMOVE, kafka::remove);
    } catch (TimeoutException | ExecutionException e) {
      return;
    }
  }
}
