package dev.kafkalab.grader.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kafkalab.api.UserEvent;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Writes events in the lab's JSON and describes how a record differs from an event. */
public final class LabJson {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          // An amount of 100.00 stays as it is; Jackson would turn it into 1E+2.
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  /** A double holds microseconds in a timestamp of this century: a smaller difference is none. */
  private static final double SAME_TIME = 0.0005;

  /** The error of truncating a double instead of rounding it. */
  private static final Duration SAME_INSTANT = Duration.ofMillis(1);

  /** More than the number of differences between any two events of the lab. */
  private static final int FAR = 1000;

  /** The fields that are no data. */
  private static final Set<String> CARRIED = Set.of("user_id", "event_type", "timestamp");

  private static final BigDecimal MILLIS = BigDecimal.valueOf(1000);

  private LabJson() {}

  /** Returns a record's value; none at all where it has none. */
  public static byte[] bytesOf(ConsumerRecord<byte[], byte[]> record) {
    return record.value() == null ? new byte[0] : record.value();
  }

  /** Returns the event as the lab's flat JSON object in UTF-8. */
  public static byte[] write(UserEvent event) {
    ObjectNode node = JSON.createObjectNode();
    node.put("user_id", event.userId());
    node.put("event_type", event.eventType());
    node.put("timestamp", seconds(event));
    node.setAll((ObjectNode) dataOf(event));
    try {
      return JSON.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a generated event is not JSON", e);
    }
  }

  /**
   * Describes how a record's value differs from an event in the lab's JSON.
   *
   * @return each difference as half a sentence; empty if there is none
   */
  public static List<String> differences(UserEvent event, byte[] value) {
    return readObject(value)
        .map(node -> differences(event, node))
        .orElse(List.of("the value is not one JSON object in UTF-8"));
  }

  private static List<String> differences(UserEvent event, ObjectNode node) {
    List<String> differences = new ArrayList<>();
    compareText(differences, node, "user_id", event.userId());
    compareText(differences, node, "event_type", event.eventType());
    compareTimestamp(differences, node.get("timestamp"), event);
    compareFields(differences, dataOf(event), node, CARRIED);
    return differences;
  }

  /**
   * Returns how far a record's value is from an event: the event with the same time, in seconds or
   * in milliseconds, is nearer than all others.
   */
  public static int distance(UserEvent event, byte[] value) {
    BigDecimal seconds = seconds(event);
    boolean sameTime =
        readObject(value)
            .map(node -> node.path("timestamp"))
            .filter(time -> isNear(time, seconds) || isNear(time, seconds.multiply(MILLIS)))
            .isPresent();
    return differences(event, value).size() + (sameTime ? 0 : FAR);
  }

  /** Reads a record's value, to be compared with many events. */
  public static Value read(byte[] value) {
    return new Value(readObject(value).orElse(null));
  }

  /** A record's value that has been read once. */
  public static final class Value {

    private final @Nullable ObjectNode node;

    private Value(@Nullable ObjectNode node) {
      this.node = node;
    }

    /** Returns whether it is the event; compares user and time first. */
    public boolean is(UserEvent event) {
      return node != null
          && event.userId().equals(node.path("user_id").textValue())
          && isNear(node.path("timestamp"), seconds(event))
          && LabJson.differences(event, node).isEmpty();
    }
  }

  /**
   * Describes how an event that the handler received differs from the one in the topic; empty if it
   * does not.
   */
  public static List<String> differences(UserEvent expected, UserEvent got) {
    List<String> differences = new ArrayList<>();
    compare(differences, "userId", expected.userId(), got.userId());
    compare(differences, "eventType", expected.eventType(), got.eventType());
    if (!isSameTime(expected.timestamp(), got.timestamp())) {
      compare(differences, "timestamp", expected.timestamp(), got.timestamp());
    }
    compareFields(differences, dataOf(expected), dataOf(got), Set.of());
    return differences;
  }

  /** Returns whether two times are equal within the precision of a double. */
  public static boolean isSameTime(Instant expected, Instant got) {
    return Duration.between(expected, got).abs().compareTo(SAME_INSTANT) <= 0;
  }

  /**
   * Reads bytes as UTF-8 only; Jackson would accept UTF-16 and UTF-32 as well.
   *
   * @throws CharacterCodingException if they are not UTF-8
   */
  public static String textOf(byte[] value) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
  }

  private static Optional<ObjectNode> readObject(byte[] value) {
    try {
      return JSON.readTree(textOf(value)) instanceof ObjectNode object
          ? Optional.of(object)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static void compareText(
      List<String> differences, ObjectNode node, String field, String expected) {
    JsonNode got = node.get(field);
    if (got == null || !got.isTextual() || !got.textValue().equals(expected)) {
      differences.add(
          "%s should be \"%s\" but is %s"
              .formatted(field, expected, got == null ? "missing" : got));
    }
  }

  private static void compareTimestamp(
      List<String> differences, @Nullable JsonNode got, UserEvent event) {
    BigDecimal expected = seconds(event);
    if (got == null) {
      differences.add("timestamp is missing");
    } else if (!got.isNumber()) {
      differences.add("timestamp should be the number %s but is %s".formatted(expected, got));
    } else if (isNear(got, expected.multiply(MILLIS))) {
      differences.add(
          "timestamp should be in seconds (%s) but is in milliseconds (%s)"
              .formatted(expected, got));
    } else if (!isNear(got, expected)) {
      differences.add("timestamp should be %s but is %s".formatted(expected, got));
    }
  }

  /** Compares doubles: a student's 1e999999999 as BigDecimal would fill the memory. */
  private static boolean isNear(JsonNode got, BigDecimal expected) {
    return Math.abs(got.doubleValue() - expected.doubleValue()) < SAME_TIME;
  }

  private static void compareFields(
      List<String> differences, JsonNode expected, JsonNode got, Set<String> besides) {
    TreeSet<String> names = new TreeSet<>();
    expected.fieldNames().forEachRemaining(names::add);
    got.fieldNames().forEachRemaining(names::add);
    names.removeAll(besides);
    for (String name : names) {
      JsonNode wanted = expected.get(name);
      JsonNode found = got.get(name);
      if (wanted == null) {
        differences.add("field \"%s\" does not belong to the event".formatted(name));
      } else if (found == null) {
        differences.add("field \"%s\" is missing".formatted(name));
      } else if (!JsonEquality.same(wanted, found)) {
        differences.add("field \"%s\" should be %s but is %s".formatted(name, wanted, found));
      }
    }
  }

  private static void compare(List<String> differences, String name, Object expected, Object got) {
    if (!Objects.equals(expected, got)) {
      differences.add("%s should be %s but is %s".formatted(name, expected, got));
    }
  }

  private static BigDecimal seconds(UserEvent event) {
    return BigDecimal.valueOf(event.timestamp().toEpochMilli(), 3);
  }

  private static JsonNode dataOf(UserEvent event) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    event.data().forEach((name, value) -> node.set(name, JSON.valueToTree(value)));
    return node;
  }
}
