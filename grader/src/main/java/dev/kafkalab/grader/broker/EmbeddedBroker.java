package dev.kafkalab.grader.broker;

import com.yammer.metrics.core.MetricsRegistry;
import dev.kafkalab.grader.thread.Daemon;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.common.utils.internals.AppInfoParser;
import org.apache.kafka.common.utils.internals.Exit;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;
import org.apache.kafka.server.metrics.KafkaYammerMetrics;

/** A Kafka broker and controller in the grader's own JVM: the real server, without a container. */
public final class EmbeddedBroker implements TestBroker {

  /** A port that was free a moment ago can be taken by the time the broker binds it. */
  private static final int TRIES = 3;

  /** With a hundred busy processes a start takes minutes; Kafka itself would wait forever. */
  private static final Duration MOST_TO_START = Duration.ofMinutes(10);

  /** Kafka itself would wait five minutes for a controller that does not let it go. */
  private static final Duration MOST_TO_STOP = Duration.ofSeconds(10);

  private final KafkaRaftServer server;
  private final FreePorts ports;

  private EmbeddedBroker(KafkaRaftServer server, FreePorts ports) {
    this.server = server;
    this.ports = ports;
  }

  /**
   * Starts a broker that stores its data below a folder.
   *
   * <p>On return it takes requests.
   *
   * @param dataFolder an empty or missing folder
   * @throws BrokerStartFailed if it does not start within ten minutes, or if its ports were in use
   *     in each of {@value #TRIES} attempts
   */
  public static EmbeddedBroker start(Path dataFolder) {
    keepBrokerFaultsFromEndingThisJvm();
    Loopback.expectToWork();
    for (int attempt = 1; ; attempt++) {
      try {
        return startOnce(dataFolder.resolve("try-" + attempt), FreePorts.find());
      } catch (Exception e) {
        if (attempt == TRIES || !isTakenPort(e)) {
          throw failed("The embedded Kafka did not start", e);
        }
      }
    }
  }

  /**
   * Starts a broker at a port that clients know beforehand.
   *
   * @throws BrokerStartFailed if it cannot be started, for example because the port is in use
   */
  public static EmbeddedBroker startAt(int port, Path dataFolder) {
    keepBrokerFaultsFromEndingThisJvm();
    Loopback.expectToWork();
    try {
      return startOnce(dataFolder, FreePorts.beside(port));
    } catch (BindException e) {
      throw new BrokerStartFailed(
          String.format(
              Locale.ROOT, "Port %d is in use by another program, perhaps another Kafka", port),
          e);
    } catch (Exception e) {
      throw failed("Kafka did not start", e);
    }
  }

  private static BrokerStartFailed failed(String what, Exception e) {
    return e instanceof BrokerStartFailed failed
        ? failed
        : new BrokerStartFailed(what + ": " + rootMessage(e), e);
  }

  /** Returns whether another port might help. */
  static boolean isTakenPort(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(BindException.class::isInstance);
  }

  static EmbeddedBroker startOnce(Path folder, FreePorts ports) throws Exception {
    String clusterId = Uuid.randomUuid().toString();
    format(folder, clusterId);
    KafkaRaftServer server =
        new KafkaRaftServer(
            KafkaConfig.apply(BrokerSettings.of(folder, ports), false), Time.SYSTEM);
    return startInTime(new EmbeddedBroker(server, ports));
  }

  /** A broker that was given up shuts down by itself once its start has ended. */
  private static EmbeddedBroker startInTime(EmbeddedBroker broker) throws Exception {
    try {
      return Bounded.OF_THIS_JVM.call(
          "start-broker", MOST_TO_START, broker::startUp, EmbeddedBroker::abandon);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    } catch (TimeoutException e) {
      throw new BrokerStartFailed(
          String.format(
              Locale.ROOT,
              "The embedded Kafka did not start within %d s: is this machine very busy?",
              MOST_TO_START.toSeconds()),
          e);
    }
  }

  private EmbeddedBroker startUp() throws Exception {
    try {
      server.startup();
      return this;
    } catch (Exception | Error e) {
      close();
      if (ports.areTaken()) {
        throw taken(e);
      }
      throw e;
    }
  }

  /** If the controller's port is in use, Kafka gives up without giving a reason. */
  private BindException taken(Throwable failure) {
    BindException taken =
        new BindException(
            String.format(
                Locale.ROOT, "port %d or %d is in use", ports.broker(), ports.controller()));
    taken.addSuppressed(failure);
    return taken;
  }

  private static void format(Path folder, String clusterId) throws Exception {
    try (PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      new Formatter()
          .setPrintStream(nowhere)
          .setNodeId(BrokerSettings.NODE_ID)
          .setClusterId(clusterId)
          .addDirectory(folder.toString())
          .setMetadataLogDirectory(folder.toString())
          .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
          .setReleaseVersion(MetadataVersion.latestProduction())
          .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
          .run();
    }
  }

  /**
   * Kafka reacts to a fatal fault with {@code System.exit}, which would end the grader before it
   * has written its report.
   */
  private static void keepBrokerFaultsFromEndingThisJvm() {
    Exit.setExitProcedure(EmbeddedBroker::refuseExit);
    Exit.setHaltProcedure(EmbeddedBroker::refuseExit);
  }

  private static void refuseExit(int status, String message) {
    throw new IllegalStateException("it gave up" + (message == null ? "" : ": " + message));
  }

  private static String rootMessage(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root instanceof IOException || root.getMessage() == null
        ? root.toString()
        : root.getMessage();
  }

  @Override
  public String bootstrapServers() {
    return "127.0.0.1:" + ports.broker();
  }

  @Override
  public BrokerKind kind() {
    return BrokerKind.EMBEDDED;
  }

  @Override
  public String version() {
    return runningVersion();
  }

  /** Returns the version of an embedded broker, even if none was started. */
  public static String runningVersion() {
    return AppInfoParser.getVersion();
  }

  /** Waits until it has stopped, at most 10 s. */
  @Override
  public void close() {
    try {
      stop().join(MOST_TO_STOP.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    forgetMetrics();
  }

  /** Stops it without waiting: its ports may still be taken on return. */
  @Override
  public void abandon() {
    Thread unused = stop();
    forgetMetrics();
  }

  private Thread stop() {
    return Daemon.start("stop-broker", server::shutdown);
  }

  /**
   * Empties the registry that all Kafka servers of a JVM share: it would keep some megabytes for
   * each server that ever ran. Nothing here reads it, and a running server works without it.
   */
  private static void forgetMetrics() {
    MetricsRegistry registry = KafkaYammerMetrics.defaultRegistry();
    registry.allMetrics().keySet().forEach(registry::removeMetric);
  }
}
