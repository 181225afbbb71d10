package dev.kafkalab.grader.studentvm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.feedback.Location;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes the lines that go to a student's JVM and reads those that come from it. */
final class Messages {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private Messages() {}

  static ObjectNode message(String kind) {
    return JSON.createObjectNode().put("kind", kind);
  }

  static JsonNode tree(Object value) {
    return JSON.valueToTree(value);
  }

  static byte[] bytes(JsonNode message) {
    try {
      return JSON.writeValueAsBytes(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message of ours is no JSON", e);
    }
  }

  static JsonNode parse(byte[] line, int from, int to) throws IOException {
    return JSON.readTree(line, from, to - from);
  }

  /** Returns a reply's value, or throws what the student's code threw. */
  static JsonNode valueOf(JsonNode reply, String call) {
    JsonNode thrown = reply.path("thrown");
    if (thrown.isMissingNode()) {
      return reply.path("value");
    }
    Location location = location(thrown.path("frames"));
    String message = thrown.path("message").asText();
    if (thrown.path("notAttempted").asBoolean()) {
      throw new StudentFailure.NotWritten(message, location);
    }
    String type = thrown.path("type").asText();
    String simple = type.substring(type.lastIndexOf('.') + 1);
    throw new StudentFailure.Threw(
        call, message.equals("null") ? simple : simple + ": " + message, location);
  }

  static @Nullable Location location(JsonNode frames) {
    JsonNode first = frames.path(0);
    if (first.isMissingNode() || first.path("line").asInt() <= 0) {
      return null;
    }
    return new Location(first.path("file").asText(), first.path("line").asInt());
  }

  /** Reads a call of the handler, which has this place among all that its JVM told. */
  static HandlerCall handlerCall(JsonNode message, long sequence) {
    return new HandlerCall(
        sequence,
        message.path("question").asLong(),
        message.path("part").asText(),
        message.path("method").asText(),
        EventWire.read(message.path("event")));
  }

  static DeliveryReport report(JsonNode message) {
    @Nullable UserEvent event = EventWire.read(message.path("event"));
    JsonNode cause = message.path("cause");
    return new DeliveryReport(
        event,
        message.path("partition").asInt(-1),
        message.path("offset").asLong(-1),
        cause.isMissingNode() ? null : cause.asText());
  }
}
