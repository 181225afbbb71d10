package dev.kafkalab.grader.tap;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.message.MetadataResponseData;
import org.jspecify.annotations.Nullable;

/**
 * Knows the names behind the topic ids that newer requests carry (KIP-516), from the Metadata that
 * every client must have read before it can use an id.
 */
final class TopicNames {

  private final Map<Uuid, String> names = new ConcurrentHashMap<>();

  void learnFrom(MetadataResponseData metadata) {
    for (var topic : metadata.topics()) {
      String name = topic.name();
      if (name != null && !topic.topicId().equals(Uuid.ZERO_UUID)) {
        names.put(topic.topicId(), name);
      }
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
