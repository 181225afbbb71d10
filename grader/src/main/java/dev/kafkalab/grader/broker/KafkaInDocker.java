package dev.kafkalab.grader.broker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.WaitResponse;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** Kafka's own image in a container, with the settings that the embedded broker has. */
final class KafkaInDocker {

  private static final String OWNER = "dev.kafkalab.grader.owner";
  private static final Duration MOST_TO_START = Duration.ofSeconds(40);

  /** A start that fails with "Text file busy" on a busy machine succeeds the next time. */
  private static final int TRIES = 2;

  private final KafkaContainer container;

  private KafkaInDocker(KafkaContainer container) {
    this.container = container;
  }

  /** Starts it from an image that is on this machine; on return it takes requests. */
  static KafkaInDocker start(String image) {
    removeWhatOthersLeft(DockerClientFactory.instance().client());
    ContainerLog log = new ContainerLog();
    KafkaContainer container =
        new KafkaContainer(DockerImageName.parse(image).asCompatibleSubstituteFor("apache/kafka"))
            .withImagePullPolicy(name -> false)
            .withStartupAttempts(TRIES)
            .withStartupTimeout(MOST_TO_START)
            .withTmpFs(Map.of("/tmp/kafka-logs", "rw,mode=1777"))
            .withLabel(OWNER, owner(ProcessHandle.current().pid()))
            .withLogConsumer(log);
    environment().forEach(container::addEnv);
    try {
      container.start();
      return new KafkaInDocker(container);
    } catch (RuntimeException e) {
      boolean unused = new KafkaInDocker(container).remove();
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

  /** A grader that was killed with {@code kill -9} could not remove its container. */
  private static void removeWhatOthersLeft(DockerClient docker) {
    List<Container> containers =
        docker.listContainersCmd().withLabelFilter(List.of(OWNER)).withShowAll(true).exec();
    for (Container each : containers) {
      if (isOrphan(String.valueOf(each.getLabels().get(OWNER)))) {
        docker.removeContainerCmd(each.getId()).withForce(true).exec();
      }
    }
  }

  /** Only this machine's own processes can be known to be dead. */
  private static boolean isOrphan(String owner) {
    String pid = owner.substring(owner.lastIndexOf('/') + 1);
    return owner.startsWith(hostName() + "/")
        && pid.matches("\\d{1,10}")
        && ProcessHandle.of(Long.parseLong(pid)).isEmpty();
  }

  private static String owner(long pid) {
    return hostName() + "/" + pid;
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
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

  /** Has somebody told when the container ends, whoever ends it. */
  void whenEnded(Runnable told) {
    DockerClientFactory.instance()
        .client()
        .waitContainerCmd(container.getContainerId())
        .exec(
            new WaitContainerResultCallback() {
              @Override
              public void onNext(WaitResponse end) {
                super.onNext(end);
                told.run();
              }
            });
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
