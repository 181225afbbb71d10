package dev.kafkalab.grader.broker;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.kafka.KafkaContainer;

/** Kafka's own image in a container, with the settings that the embedded broker has. */
final class KafkaInDocker {

  private static final Duration MOST_TO_START = Duration.ofSeconds(40);

  /** A start that fails with "Text file busy" on a busy machine succeeds the next time. */
  private static final int TRIES = 2;

  private final KafkaContainer container;

  KafkaInDocker(KafkaContainer container) {
    this.container = container;
  }

  /** Starts it from an image that is on this machine; on return it takes requests. */
  static KafkaInDocker start(String image) {
    OwnContainers.OF_THIS_JVM.removeOrphans();
    ContainerLog log = new ContainerLog();
    KafkaContainer container =
        new OwnedKafka(image, OwnContainers.OF_THIS_JVM)
            .withImagePullPolicy(name -> false)
            .withStartupAttempts(TRIES)
            .withStartupTimeout(MOST_TO_START)
            .withTmpFs(Map.of("/tmp/kafka-logs", "rw,mode=1777"))
            .withLogConsumer(log);
    environment().forEach(container::addEnv);
    try {
      container.start();
      return new KafkaInDocker(container);
    } catch (RuntimeException e) {
      new KafkaInDocker(container).removeAlsoWhereInterrupted();
      throw new BrokerStartFailed(
          "The container of %s did not start: %s%s".formatted(image, reason(e), log.keep()), e);
    }
  }

  /** The image turns such variables into Kafka's settings; two of them are for its JVM. */
  private static Map<String, String> environment() {
    Map<String, String> variables = new HashMap<>();
    variables.put("KAFKA_HEAP_OPTS", "-Xmx256m");
    variables.put("KAFKA_JVM_PERFORMANCE_OPTS", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1");
    BrokerSettings.forTheLab()
        .forEach(
            (name, value) ->
                variables.put("KAFKA_" + name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
    return variables;
  }

  private static String reason(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root instanceof ContainerLaunchException) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).strip();
  }

  boolean isRunning() {
    try {
      return container.isRunning();
    } catch (RuntimeException e) {
      return false; // Docker does not say: so it is of no use
    }
  }

  String address() {
    return container.getBootstrapServers();
  }

  /** Has somebody told when the container ends, whoever ends it, until the watch is closed. */
  EndWatch watch(Runnable told) {
    return container
        .getDockerClient()
        .waitContainerCmd(container.getContainerId())
        .exec(new EndWatch(told));
  }

  /** Docker's client does nothing for a thread that is to end. */
  private void removeAlsoWhereInterrupted() {
    boolean interrupted = Thread.interrupted();
    boolean unused = remove();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends it; returns whether Docker did so. */
  boolean remove() {
    try {
      container.stop();
      return true;
    } catch (RuntimeException e) {
      return false; // Docker is gone, and so is what ran in it; the next start removes the rest
    }
  }
}
