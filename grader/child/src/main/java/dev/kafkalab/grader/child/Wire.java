package dev.kafkalab.grader.child;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Sends lines to the grader: the token that only the two know, then one JSON object. */
final class Wire {

  static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final OutputStream out;
  private final byte[] token;

  Wire(OutputStream out, String token) {
    this.out = out;
    this.token = token.getBytes(StandardCharsets.UTF_8);
  }

  ObjectNode message(String kind) {
    return JSON.createObjectNode().put("kind", kind);
  }

  /** Sends a line at once; a grader that is gone ends this JVM. */
  void send(JsonNode message) {
    try {
      byte[] line = JSON.writeValueAsBytes(message);
      synchronized (this) {
        out.write(token);
        out.write(line);
        out.write('\n');
        out.flush();
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message of ours is no JSON", e);
    } catch (IOException e) {
      Runtime.getRuntime().halt(0);
    }
  }
}
