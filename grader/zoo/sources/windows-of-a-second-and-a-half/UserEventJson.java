package dev.kafkalab.lab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kafkalab.api.UserEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Trees and doubles, over strings. */
final class UserEventJson {
  private static final ObjectMapper M = new ObjectMapper();

  private UserEventJson() {}

  static String text(UserEvent e) {
    ObjectNode n = M.createObjectNode();
    n.put("user_id", e.userId()).put("event_type", e.eventType());
    long ms = e.timestamp().toEpochMilli();
    n.set("timestamp", n.numberNode(java.math.BigDecimal.valueOf(ms, 3)));
    e.data().forEach((k, v) -> n.set(k, M.valueToTree(v)));
    try {
      return M.writeValueAsString(n);
    } catch (JsonProcessingException x) {
      throw new IllegalArgumentException(x);
    }
  }

  static byte[] write(UserEvent e) {
    return text(e).getBytes(StandardCharsets.UTF_8);
  }

  static UserEvent read(byte[] b) throws MalformedEventException {
    return read(b == null ? null : new String(b, StandardCharsets.UTF_8));
  }

  static UserEvent read(String s) throws MalformedEventException {
    JsonNode n;
    try {
      n = s == null ? null : M.readTree(s);
    } catch (JsonProcessingException x) {
      throw new MalformedEventException(x.getOriginalMessage());
    }
    if (n == null || !n.isObject()) {
      throw new MalformedEventException("not an object");
    }
    JsonNode u = n.get("user_id");
    JsonNode t = n.get("event_type");
    JsonNode at = n.get("timestamp");
    if (u == null || !u.isTextual() || t == null || !t.isTextual() || at == null || !at.isNumber()) {
      throw new MalformedEventException("a field is missing or of another type");
    }
    @SuppressWarnings("unchecked")
    Map<String, Object> data = new HashMap<>(M.convertValue(n, Map.class));
    data.remove("user_id");
    data.remove("event_type");
    data.remove("timestamp");
    return new UserEvent(
        u.textValue(), t.textValue(), Instant.ofEpochMilli(Math.round(at.doubleValue() * 1000)), data);
  }
}
