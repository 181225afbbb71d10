package dev.kafkalab.grader.studentvm;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kafkalab.api.UserEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries events across the pipe, in the grader's own form. */
final class EventWire {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private EventWire() {}

  static ObjectNode write(UserEvent event) {
    ObjectNode node = JSON.createObjectNode();
    node.put("userId", event.userId());
    node.put("eventType", event.eventType());
    node.put("timestamp", event.timestamp().toString());
    node.set("data", JSON.valueToTree(event.data()));
    return node;
  }

  /** Returns null where the student's code passed none. */
  static @Nullable UserEvent read(JsonNode node) {
    if (node.isMissingNode()) {
      return null;
    }
    Map<String, Object> data = new LinkedHashMap<>();
    node.path("data")
        .properties()
        .forEach(
            field -> data.put(field.getKey(), JSON.convertValue(field.getValue(), Object.class)));
    return new UserEvent(
        node.path("userId").asText(),
        node.path("eventType").asText(),
        Instant.parse(node.path("timestamp").asText()),
        data);
  }
}
