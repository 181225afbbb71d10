package dev.kafkalab.grader.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns messages into lines and back. */
public final class Wire {

  /** A field that is null is left out; a student's own null, in an event's data, is kept. */
  static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  private Wire() {}

  /** Returns a message as JSON, without a line's end. */
  public static byte[] write(Message message) {
    try {
      return JSON.writeValueAsBytes(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message of ours is no JSON", e);
    }
  }

  /**
   * Reads what the grader has sent; null where its kind is not known.
   *
   * @throws IOException where it is no message
   */
  public static @Nullable ToChild readToChild(String line) throws IOException {
    try (JsonParser json = JSON.createParser(line)) {
      return read(json, ToChildKinds.ALL);
    }
  }

  /**
   * Reads what a student's JVM has sent; null where its kind is not known.
   *
   * @throws IOException where it is no message
   */
  public static @Nullable FromChild readFromChild(byte[] line, int from, int to)
      throws IOException {
    try (JsonParser json = JSON.createParser(line, from, to - from)) {
      return read(json, FromChildKinds.ALL);
    }
  }

  private static <T> @Nullable T read(JsonParser json, Map<String, Class<? extends T>> kinds)
      throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new IOException("no object");
    }
    if (!"kind".equals(json.nextFieldName())) {
      return null;
    }
    String kind = json.nextTextValue();
    Class<? extends T> type = kind == null ? null : kinds.get(kind);
    if (type == null) {
      return null;
    }
    return json.nextToken() == JsonToken.FIELD_NAME
        ? JSON.readValue(json, type)
        : JSON.readValue("{}", type); // Jackson makes nothing of the end of an object
  }

  /** Each side reads one direction only, and needs to know the types of that one. */
  private static final class ToChildKinds {
    static final Map<String, Class<? extends ToChild>> ALL = Kinds.of(ToChild.class);
  }

  private static final class FromChildKinds {
    static final Map<String, Class<? extends FromChild>> ALL = Kinds.of(FromChild.class);
  }
}
