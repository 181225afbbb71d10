package dev.kafkalab.grader.child;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kafkalab.api.UserEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Carries events across the pipe. This is the grader's own form, not the lab's: that one is the
 * student's to write.
 */
final class EventJson {

  private static final int DEEPEST = 64;

  private EventJson() {}

  static UserEvent read(JsonNode node) {
    Map<String, Object> data = new LinkedHashMap<>();
    node.get("data")
        .properties()
        .forEach(
            field ->
                data.put(field.getKey(), Wire.JSON.convertValue(field.getValue(), Object.class)));
    return new UserEvent(
        node.get("userId").asText(),
        node.get("eventType").asText(),
        Instant.parse(node.get("timestamp").asText()),
        data);
  }

  static ObjectNode write(UserEvent event) {
    ObjectNode node = Wire.JSON.createObjectNode();
    node.put("userId", event.userId());
    node.put("eventType", event.eventType());
    node.put("timestamp", event.timestamp().toString());
    node.set("data", tree(event.data(), 0));
    return node;
  }

  /**
   * Turns any value into JSON: what JSON has no form for becomes its text, for it is the student's
   * to put anything there.
   */
  private static JsonNode tree(@Nullable Object value, int depth) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (value == null) {
      return nodes.nullNode();
    }
    if (depth > DEEPEST) {
      return nodes.textNode("…");
    }
    if (value instanceof Map<?, ?> map) {
      ObjectNode object = nodes.objectNode();
      map.forEach((name, field) -> object.set(String.valueOf(name), tree(field, depth + 1)));
      return object;
    }
    if (value instanceof Iterable<?> list && !(value instanceof JsonNode)) {
      var array = nodes.arrayNode();
      list.forEach(element -> array.add(tree(element, depth + 1)));
      return array;
    }
    if (value instanceof Number || value instanceof Boolean || value instanceof JsonNode) {
      return Wire.JSON.valueToTree(value);
    }
    return nodes.textNode(String.valueOf(value));
  }
}
