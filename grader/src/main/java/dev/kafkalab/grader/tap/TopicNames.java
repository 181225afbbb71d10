package dev.kafkalab.grader.tap;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.requests.CreateTopicsResponse;
import org.apache.kafka.common.requests.DescribeTopicPartitionsResponse;
import org.apache.kafka.common.requests.MetadataResponse;
import org.jspecify.annotations.Nullable;

/**
 * Knows the names behind the topic ids that newer requests carry (KIP-516), from the answers that a
 * client must have read before it can use an id.
 */
final class TopicNames {

  private final Map<Uuid, String> names = new ConcurrentHashMap<>();

  /** Remembers what an answer says; one of another kind says nothing. */
  void learnFrom(AbstractResponse response) {
    if (response instanceof MetadataResponse metadata) {
      metadata.data().topics().forEach(topic -> learn(topic.name(), topic.topicId()));
    } else if (response instanceof DescribeTopicPartitionsResponse described) {
      described.data().topics().forEach(topic -> learn(topic.name(), topic.topicId()));
    } else if (response instanceof CreateTopicsResponse created) {
      created.data().topics().forEach(topic -> learn(topic.name(), topic.topicId()));
    }
  }

  private void learn(@Nullable String name, Uuid id) {
    if (name != null && !id.equals(Uuid.ZERO_UUID)) {
      names.put(id, name);
    }
  }

  /** Returns the name of an id that some client has been told; null where none was. */
  @Nullable String known(Uuid id) {
    return names.get(id);
  }

  /** Returns the name where the request has one, else the id's, else the id itself. */
  String nameOf(String name, Uuid id) {
    return id.equals(Uuid.ZERO_UUID) ? name : names.getOrDefault(id, id.toString());
  }
}
