package dev.kafkalab.grader.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kafkalab.grader.feedback.Ellipsis;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a record's value says if it is read as an event of the lab.
 *
 * @param user whose event it is, if that can be read
 * @param type what was done, if that can be read
 * @param fault why it is not an event; null if it is one
 */
record EventReading(@Nullable String user, @Nullable String type, @Nullable String fault) {

  private static final int MOST_CHARACTERS = 200;
  private static final String NOT_AN_EVENT = "JSON, but not an event of the lab: ";

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** Reads a value; whatever it is, that is no error here. */
  static EventReading of(byte @Nullable [] value) {
    if (value == null) {
      return faulty("no value");
    }
    Optional<String> text = ShownBytes.text(value);
    if (text.isEmpty()) {
      return faulty("not UTF-8 text");
    }
    try {
      return of(JSON.readTree(text.get()));
    } catch (JsonProcessingException e) {
      return faulty("not JSON: " + Ellipsis.after(MOST_CHARACTERS, e.getOriginalMessage()));
    }
  }

  private static EventReading of(JsonNode json) {
    if (json.isMissingNode()) {
      return faulty("not JSON: it is empty");
    }
    if (!json.isObject()) {
      return faulty(NOT_AN_EVENT + "it is not an object");
    }
    String fault =
        fault(json, "user_id", "a string", JsonNode::isTextual)
            .or(() -> fault(json, "event_type", "a string", JsonNode::isTextual))
            .or(() -> fault(json, "timestamp", "a number", JsonNode::isNumber))
            .orElse(null);
    return new EventReading(text(json.get("user_id")), text(json.get("event_type")), fault);
  }

  private static Optional<String> fault(
      JsonNode json, String name, String type, Predicate<JsonNode> isRight) {
    JsonNode field = json.get(name);
    if (field == null) {
      return Optional.of(NOT_AN_EVENT + name + " is missing");
    }
    return isRight.test(field)
        ? Optional.empty()
        : Optional.of(NOT_AN_EVENT + name + " must be " + type);
  }

  private static @Nullable String text(@Nullable JsonNode field) {
    return field != null && field.isTextual()
        ? Ellipsis.after(MOST_CHARACTERS, field.textValue())
        : null;
  }

  private static EventReading faulty(String fault) {
    return new EventReading(null, null, fault);
  }
}
