package dev.kafkalab.api;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells a solution where its Kafka is and what its topics and group are called.
 *
 * <p>A solution takes every name from here and hard-codes none: the same code then runs against a
 * laptop, a cluster and a grader.
 *
 * @param topic the topic of the user events; {@code user-events} unless set otherwise
 * @param deadLetterTopic the topic for malformed records (a challenge; it may stay unused). Whoever
 *     runs the solution creates it.
 * @param groupId the consumer group that shares the topic's partitions
 * @param clientProperties what every Kafka client starts from: the brokers' addresses and, in a
 *     company, the security settings. A solution copies them first, then adds its own settings.
 * @param configFile a properties file whose settings override all others (a challenge), or null
 */
public record LabSettings(
    String topic,
    String deadLetterTopic,
    String groupId,
    Map<String, String> clientProperties,
    @Nullable Path configFile) {

  /** The system property that sets another topic, for when others use the same Kafka. */
  public static final String TOPIC_PROPERTY = "kafkalab.topic";

  /** The topic's name unless the property sets another: {@code user-events}. */
  public static final String DEFAULT_TOPIC = System.getProperty(TOPIC_PROPERTY, "user-events");

  /** The group's default name. */
  public static final String DEFAULT_GROUP = "user-activity-tracker";

  /** Copies the properties, so that settings never change. */
  public LabSettings {
    Objects.requireNonNull(topic, "topic");
    Objects.requireNonNull(deadLetterTopic, "deadLetterTopic");
    Objects.requireNonNull(groupId, "groupId");
    clientProperties = Map.copyOf(clientProperties);
  }

  /** Returns the lab's usual names for a Kafka at this address, such as {@code localhost:9092}. */
  public static LabSettings forBroker(String bootstrapServers) {
    return new LabSettings(
        DEFAULT_TOPIC,
        DEFAULT_TOPIC + "-dead-letter",
        DEFAULT_GROUP,
        Map.of("bootstrap.servers", bootstrapServers),
        null);
  }
}
