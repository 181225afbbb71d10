package dev.kafkalab.grader.broker;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.server.common.MetadataVersion;

/** A Kafka that is already running, may have other users, and keeps running. */
public final class ExternalBroker implements TestBroker {

  private static final String MOST_TO_ANSWER_MILLIS = "15000";

  private final String bootstrapServers;
  private final String version;

  private ExternalBroker(String bootstrapServers, String version) {
    this.bootstrapServers = bootstrapServers;
    this.version = version;
  }

  /**
   * Connects to a Kafka that is already running.
   *
   * @param bootstrapServers where it is, as {@code host:port[,host:port]}
   * @throws BrokerStartFailed if it does not respond within 15 s
   */
  public static ExternalBroker find(String bootstrapServers) {
    Map<String, Object> settings =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, MOST_TO_ANSWER_MILLIS,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, MOST_TO_ANSWER_MILLIS);
    Admin admin = connect(bootstrapServers, settings);
    try {
      return new ExternalBroker(bootstrapServers, version(admin));
    } catch (ExecutionException e) {
      throw nobodyAt(bootstrapServers, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerStartFailed(
          "Interrupted while connecting to %s".formatted(bootstrapServers), e);
    } finally {
      admin.close(Duration.ZERO);
    }
  }

  private static Admin connect(String bootstrapServers, Map<String, Object> settings) {
    try {
      return Admin.create(settings);
    } catch (KafkaException e) { // no such host
      throw nobodyAt(bootstrapServers, e);
    }
  }

  private static BrokerStartFailed nobodyAt(String bootstrapServers, Exception e) {
    return new BrokerStartFailed(
        "No Kafka responds at %s: %s".formatted(bootstrapServers, e.getCause()), e);
  }

  /** A cluster does not report its release, only the version of its metadata, such as 4.3-IV0. */
  private static String version(Admin admin) throws ExecutionException, InterruptedException {
    return Optional.ofNullable(
            admin
                .describeFeatures()
                .featureMetadata()
                .get()
                .finalizedFeatures()
                .get(MetadataVersion.FEATURE_NAME))
        .map(FinalizedVersionRange::maxVersionLevel)
        .map(ExternalBroker::release)
        .orElse("of unknown version");
  }

  private static String release(short level) {
    try {
      return MetadataVersion.fromFeatureLevel(level).shortVersion();
    } catch (IllegalArgumentException e) {
      return "newer than " + MetadataVersion.latestProduction().shortVersion();
    }
  }

  @Override
  public String bootstrapServers() {
    return bootstrapServers;
  }

  @Override
  public BrokerKind kind() {
    return BrokerKind.EXTERNAL;
  }

  @Override
  public String version() {
    return version;
  }

  /** Does nothing: it is not ours to stop. */
  @Override
  public void close() {}
}
