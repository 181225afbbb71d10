package dev.kafkalab.grader.console;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Publishes single records by hand. */
final class Publisher {

  private final Clients clients;

  Publisher(Clients clients) {
    this.clients = clients;
  }

  /**
   * A record to publish.
   *
   * @param partition null where the key decides
   * @param key null for none
   * @param value null for none
   */
  record Draft(
      @Nullable String topic,
      @Nullable Integer partition,
      @Nullable String key,
      @Nullable String value) {}

  /** Where a record is now. */
  record Published(int partition, long offset) {}

  /**
   * Publishes a record; on return the broker has stored it.
   *
   * @throws BadRequest if there is no such topic or partition, or if the topic is Kafka's own
   */
  Published publish(Draft draft) {
    String topic = draft.topic();
    if (topic == null || topic.isEmpty()) {
      throw new BadRequest("Name a topic.", null);
    }
    if (TopicReader.isInternal(topic)) {
      throw new BadRequest("Kafka keeps its own data in '" + topic + "'.", null);
    }
    Integer partition = draft.partition();
    // A producer would wait for a topic that is not there.
    if (!new Extent(clients.admin()).of(topic).containsKey(partition == null ? 0 : partition)) {
      throw new BadRequest("The topic '" + topic + "' has no such partition.", null);
    }
    RecordMetadata stored =
        Reply.of(
            clients
                .producer()
                .send(
                    new ProducerRecord<>(
                        topic, partition, bytes(draft.key()), bytes(draft.value()))));
    return new Published(stored.partition(), stored.offset());
  }

  private static byte @Nullable [] bytes(@Nullable String text) {
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }
}
