package dev.kafkalab.grader.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns messages into lines and back. */
public final class Wire {

  /** Numbers keep all their digits. */
  static final ObjectMapper JSON = on(new JsonFactory());

  private Wire() {}

  private static ObjectMapper on(JsonFactory factory) {
    return JsonMapper.builder(factory)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
        .build();
  }

  /** Returns a message as JSON, without a line's end. */
  public static byte[] write(Message message) {
    try {
      ObjectNode fields = JSON.createObjectNode().put("kind", message.kind());
      return JSON.writeValueAsBytes(RecordTree.write((Record) message, fields));
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
    return read(JSON.readTree(line), ToChildKinds.ALL);
  }

  /**
   * Reads what a student's JVM has sent; null where its kind is not known.
   *
   * @throws IOException where it is no message
   */
  public static @Nullable FromChild readFromChild(byte[] line, int from, int to)
      throws IOException {
    return read(
        FromChildKinds.JSON_OF_STUDENTS.readTree(line, from, to - from), FromChildKinds.ALL);
  }

  /** Returns how many values a message has, or more: each follows one of JSON's signs. */
  public static int values(byte[] line, int from, int to) {
    int values = 0;
    for (int i = from; i < to; i++) {
      if (line[i] == '[' || line[i] == '{' || line[i] == ',' || line[i] == ':') {
        values++;
      }
    }
    return values;
  }

  private static <T> @Nullable T read(JsonNode message, Map<String, Class<? extends T>> kinds)
      throws IOException {
    if (!message.isObject()) {
      throw new IOException("no object");
    }
    Class<? extends T> type = kinds.get(message.path("kind").asText());
    return type == null ? null : RecordTree.read(message, type);
  }

  /** Each side reads one direction only, and needs to know the types of that one. */
  private static final class ToChildKinds {
    static final Map<String, Class<? extends ToChild>> ALL = Kinds.of(ToChild.class);
  }

  private static final class FromChildKinds {

    /** For what a student's code may have written: its parts are bounded, too. */
    static final ObjectMapper JSON_OF_STUDENTS =
        on(
            JsonFactory.builder()
                .streamReadConstraints(
                    StreamReadConstraints.builder().maxTokenCount(Bounds.MOST_TOKENS).build())
                .build());

    static final Map<String, Class<? extends FromChild>> ALL = Kinds.of(FromChild.class);
  }
}
