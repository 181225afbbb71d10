package dev.kafkalab.grader.broker;

import java.time.Duration;
import java.util.Deque;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;

/**
 * A Kafka in its own container.
 *
 * <p>It has one user at a time. Because a start takes seconds, a closed one is kept for the next
 * submission of this JVM. It ends with the JVM; if the JVM was killed, the next start removes it.
 */
public final class ContainerBroker implements TestBroker {

  /** The default image. */
  public static final String IMAGE = "apache/kafka:" + EmbeddedBroker.runningVersion();

  /** Docker may hang, but must never hang the grader. */
  private static final Duration MOST_TO_ANSWER = Duration.ofSeconds(20);

  /** Leaves time for two starts, and for pulling an image over a good connection. */
  private static final Duration MOST_TO_START = Duration.ofMinutes(5);

  private static final Duration MOST_TO_REMOVE = Duration.ofSeconds(15);

  private static final Deque<ContainerBroker> IDLE = new ConcurrentLinkedDeque<>();

  private final KafkaInDocker kafka;
  private final String image;
  private @Nullable EndWatch watch;
  private boolean used;

  ContainerBroker(KafkaInDocker kafka, String image) {
    this.kafka = kafka;
    this.image = image;
  }

  /** Returns whether a Docker engine answers within 20 s; without Docker it is known at once. */
  public static boolean isPossible() {
    if (!DockerTraces.ofThisProcess().areThere()) {
      return false;
    }
    try {
      return Bounded.OF_THIS_JVM.call("ask-docker", MOST_TO_ANSWER, ContainerBroker::dockerAnswers);
    } catch (TimeoutException | ExecutionException e) {
      return false;
    }
  }

  /**
   * Testcontainers asks once, by starting a container if it runs in one itself; the engine may get
   * stuck later.
   */
  private static boolean dockerAnswers() {
    EndOfJvm.prepare();
    Object asker = new Object();
    OwnContainers.OF_THIS_JVM.beginCreating(asker);
    try {
      if (!DockerClientFactory.instance().isDockerAvailable()) {
        return false;
      }
      Void unused = DockerClientFactory.instance().client().pingCmd().exec();
      return true;
    } finally {
      OwnContainers.OF_THIS_JVM.stopCreating(asker);
    }
  }

  /**
   * Starts a container, or takes one that a grading of this JVM has closed.
   *
   * <p>On return it takes requests; {@link #isUsed()} says whether there may be something in it.
   *
   * @param image with its tag, such as {@code apache/kafka:4.4.0}; pulled if it is missing
   * @throws BrokerStartFailed with the reason
   */
  public static ContainerBroker start(String image) {
    Loopback.expectToWork();
    if (!isPossible()) {
      throw Bounded.OF_THIS_JVM.isGivenUp()
          ? BrokerStartFailed.becauseOfTheEnd()
          : new BrokerStartFailed("Docker is not responding", null);
    }
    for (ContainerBroker idle = IDLE.poll(); idle != null; idle = IDLE.poll()) {
      if (idle.image.equals(image) && idle.isRunning()) {
        return idle;
      }
      idle.abandon();
    }
    return new ContainerBroker(startInTime(image), image);
  }

  private static KafkaInDocker startInTime(String image) {
    try {
      return Bounded.OF_THIS_JVM.call(
          "start-container",
          MOST_TO_START,
          () -> {
            new DockerImage(image).makeAvailable(DockerClientFactory.instance().client());
            return KafkaInDocker.start(image);
          },
          KafkaInDocker::remove);
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

  private boolean isRunning() {
    try {
      return Bounded.OF_THIS_JVM.call("inspect-container", MOST_TO_ANSWER, kafka::isRunning);
    } catch (TimeoutException | ExecutionException e) {
      return false; // without an answer from Docker it is of no use
    }
  }

  /**
   * Ends all containers of this JVM, including those in use or just being started, and makes every
   * later start of a broker fail: for a JVM that is ending.
   *
   * <p>On return no container is left, or Docker did not manage that within the bound. Every caller
   * that waits for a broker to start, in a container or not, learns that the grader was
   * interrupted.
   */
  public static void endAll(Duration bound) {
    OwnContainers.OF_THIS_JVM.endAll(bound);
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
  public synchronized void whenEnded(Runnable told) {
    stopWatching();
    watch = kafka.watch(told);
  }

  private synchronized void stopWatching() {
    if (watch != null) {
      watch.close();
      watch = null;
    }
  }

  @Override
  public boolean isUsed() {
    return used;
  }

  /** Keeps it for the next submission. */
  @Override
  public void close() {
    stopWatching();
    used = true;
    IDLE.add(this);
  }

  /** Does not wait for a Docker that no longer responds: the next start removes the container. */
  @Override
  public void abandon() {
    stopWatching();
    try {
      Bounded.OF_THIS_JVM.call("remove-container", MOST_TO_REMOVE, kafka::remove);
    } catch (TimeoutException | ExecutionException e) {
      return;
    }
  }
}
