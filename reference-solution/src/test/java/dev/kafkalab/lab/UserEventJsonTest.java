package dev.kafkalab.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.kafkalab.api.UserEvent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class UserEventJsonTest {

  private static final String HEAD = "{\"user_id\":\"ann\",\"event_type\":\"login\",\"timestamp\":";

  @Test
  void anEventIsOneFlatObject() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("amount", new BigDecimal("19.90"));
    data.put("item", "book");
    UserEvent event = event(Instant.ofEpochMilli(1764835200125L), data);
    assertThat(new String(UserEventJson.write(event), UTF_8))
        .isEqualTo(HEAD + "1764835200.125,\"amount\":19.90,\"item\":\"book\"}");
  }

  @Test
  void whatWasWrittenIsReadBackTheSame() throws MalformedEventException {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("text", "déjà vu \"quoted\"\n\uD83D\uDE00");
    data.put("decimal", new BigDecimal("19.90"));
    data.put("int", 7);
    data.put("long", 4_000_000_000L);
    data.put("big", new BigInteger("123456789012345678901234567890"));
    data.put("flag", true);
    data.put("nothing", null);
    data.put("list", List.of(1, "two", List.of()));
    data.put("map", Map.of("deep", Map.of()));
    UserEvent event = event(Instant.ofEpochMilli(1764835200999L), data);
    assertThat(UserEventJson.read(UserEventJson.write(event))).isEqualTo(event);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.000",
    "1, 0.001",
    "-1, -0.001",
    "1764835200000, 1764835200.000",
    "1764835200001, 1764835200.001",
    "253402300799999, 253402300799.999"
  })
  void aTimestampIsExactToTheMillisecond(long millis, String written)
      throws MalformedEventException {
    UserEvent event = event(Instant.ofEpochMilli(millis), Map.of());
    byte[] value = UserEventJson.write(event);
    assertThat(new String(value, UTF_8)).isEqualTo(HEAD + written + "}");
    assertThat(UserEventJson.read(value)).isEqualTo(event);
  }

  @ParameterizedTest
  @CsvSource({
    "1764835200, 1764835200000",
    "1764835200.5, 1764835200500",
    "1.7648352001E9, 1764835200100",
    "1764835200.1239999, 1764835200123",
    "0e-9, 0"
  })
  void aTimestampIsReadInEachNotation(String written, long millis) throws MalformedEventException {
    UserEvent event = UserEventJson.read((HEAD + written + "}").getBytes(UTF_8));
    assertThat(event.timestamp()).isEqualTo(Instant.ofEpochMilli(millis));
  }

  @ParameterizedTest
  @MethodSource("malformedValues")
  @Timeout(10)
  void aMalformedValueIsRefusedWithItsReason(byte[] value, String reason) {
    assertThatThrownBy(() -> UserEventJson.read(value))
        .isInstanceOf(MalformedEventException.class)
        .hasMessageContaining(reason);
  }

  static Stream<Arguments> malformedValues() {
    return Stream.of(
        argumentSet("no value", null, "the record has no value"),
        malformed("empty value", ""),
        malformed("blank value", " \n "),
        malformed("text", "hello"),
        malformed("truncated object", HEAD + "1.5,\"item\":\"bo"),
        malformed("trailing text", HEAD + "1.5} oops"),
        malformed("two objects", HEAD + "1.5}" + HEAD + "1.5}"),
        malformed("array", "[" + HEAD + "1.5}]"),
        malformed("string", "\"login\""),
        malformed("number", "7"),
        malformed("null", "null"),
        malformed("deep object", "{\"a\":".repeat(100_000)),
        malformed("deep array", "[".repeat(100_000)),
        malformed("not a number", HEAD + "NaN}"),
        malformed("number of many digits", HEAD + "1".repeat(5_000) + "}"),
        malformed("exponent out of range", HEAD + "1e99999999999}"),
        argumentSet("random bytes", randomBytes(), "not a JSON object"),
        argumentSet("zero bytes", new byte[64], "not a JSON object"),
        malformed("no user_id", "{\"event_type\":\"login\",\"timestamp\":1}", "user_id"),
        malformed("null user_id", event("null", "\"login\"", "1"), "user_id must be a String"),
        malformed("number as user_id", event("7", "\"login\"", "1"), "user_id must be a String"),
        malformed("object as user_id", event("{}", "\"login\"", "1"), "user_id must be a String"),
        malformed("no event_type", "{\"user_id\":\"ann\",\"timestamp\":1}", "event_type"),
        malformed("list as event_type", event("\"ann\"", "[]", "1"), "event_type must be a String"),
        malformed("no timestamp", "{\"user_id\":\"ann\",\"event_type\":\"login\"}", "timestamp"),
        malformed("text as timestamp", HEAD + "\"1.5\"}", "timestamp must be a Number"),
        malformed("boolean as timestamp", HEAD + "true}", "timestamp must be a Number"),
        malformed("huge timestamp", HEAD + "1e999999999}", "timestamp is out of range"),
        malformed("tiny timestamp", HEAD + "1e-999999999}", "timestamp is out of range"),
        malformed("far timestamp", HEAD + "9223372036854775807}", "timestamp is out of range"));
  }

  @Test
  void dataMustNotHaveAFieldOfTheEvent() {
    UserEvent event = event(Instant.EPOCH, Map.of("user_id", "bob"));
    assertThatThrownBy(() -> UserEventJson.write(event))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The event's data must not have the field user_id");
  }

  @Test
  void dataMustBeJson() {
    UserEvent event = event(Instant.EPOCH, Map.of("thing", new Object()));
    assertThatThrownBy(() -> UserEventJson.write(event))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The event's data is not JSON");
  }

  @Test
  void randomBytesNeverFailInAnotherWay() {
    Random random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      byte[] value = new byte[random.nextInt(64)];
      random.nextBytes(value);
      assertThatThrownBy(() -> UserEventJson.read(value))
          .as(() -> Arrays.toString(value))
          .isInstanceOf(MalformedEventException.class);
    }
  }

  private static Arguments malformed(String name, String value) {
    return malformed(name, value, "not a JSON object");
  }

  private static Arguments malformed(String name, String value, String reason) {
    return argumentSet(name, value.getBytes(UTF_8), reason);
  }

  private static byte[] randomBytes() {
    byte[] bytes = new byte[200];
    new Random(42).nextBytes(bytes);
    return bytes;
  }

  private static String event(String userId, String eventType, String timestamp) {
    return "{\"user_id\":%s,\"event_type\":%s,\"timestamp\":%s}"
        .formatted(userId, eventType, timestamp);
  }

  private static UserEvent event(Instant timestamp, Map<String, Object> data) {
    return new UserEvent("ann", UserEvent.LOGIN, timestamp, data);
  }
}
