package dev.kafkalab.grader.criteria.poison;

import static dev.kafkalab.grader.criteria.poison.Poison.malformed;

import dev.kafkalab.grader.studentvm.HandlerCall;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The catalogue of malformed records. */
public final class MalformedKinds {

  public static final Poison INVALID =
      kind("{invalid json}", "{invalid json}", "login", "{'user_id':'user_1'}", "}")
          .withKeys(OddKey.NONE, OddKey.NO_TEXT, OddKey.EMPTY, OddKey.TEXT);

  static final Poison EMPTY = kind("an empty value", "", " ");

  static final Poison NO_VALUE = Poison.withoutValue("no value (null)");

  static final Poison CUT_OFF = kind("JSON cut off in the middle", start() + "\"timesta");

  static final Poison ARRAY =
      kind("a JSON array", "[1,2,3]", "[]", "[" + start() + "\"timestamp\":1.5}]");

  static final Poison WORD_NULL = kind("the JSON word null", "null");

  static final Poison NO_TIMESTAMP =
      kind("an object without timestamp", "{\"user_id\":\"user_1\",\"event_type\":\"login\"}");

  static final Poison WRONG_TYPES =
      kind(
          "fields of the wrong type",
          "{\"user_id\":{\"a\":1},\"event_type\":[7],\"timestamp\":\"noon\"}",
          event("[\"user_1\"]", "\"login\"", "1.5"),
          event("\"user_1\"", "\"login\"", "{}"));

  /** Whose events have a time that no Instant can hold. */
  private static final String FAR = "user_of_far_away";

  /** Programs often cut such a time to the last one there is: that loses nothing. */
  static final Poison OUT_OF_RANGE =
      kind(
          "a timestamp that is out of range",
          event("\"" + FAR + "\"", "\"login\"", "1e18"),
          event("\"" + FAR + "\"", "\"login\"", "1e400"),
          event("\"" + FAR + "\"", "\"login\"", "-1e400"));

  private static final int DEEP = 20_000;

  private static final List<Poison> OTHERS =
      List.of(
          kind("a JSON number", "42", "1.5e3"),
          kind("a JSON string", "\"login\"", "\"\""),
          kind("a JSON boolean", "true", "false"),
          kind(
              "an object without event_type",
              "{\"user_id\":\"user_1\",\"timestamp\":1.5}",
              "{\"user_id\":\"user_1\",\"timestamp\":1.5,\"eventType\":\"login\"}"),
          kind(
              "an object without user_id",
              "{\"event_type\":\"login\",\"timestamp\":1.5}",
              "{\"User_ID\":\"user_1\",\"event_type\":\"login\",\"timestamp\":1.5}",
              "{}"),
          kind(
              "a number or a boolean as user_id or event_type",
              event("42", "\"login\"", "1.5"),
              event("\"user_1\"", "7", "1.5"),
              event("true", "\"login\"", "1.5"),
              event("\"user_1\"", "false", "1.5")),
          timestamps("a string or a boolean as timestamp", "\"1.5\"", "\"\"", "true", "\"NaN\""),
          kind(
              "null as user_id, event_type or timestamp",
              event("null", "\"login\"", "1.5"),
              event("\"user_1\"", "null", "1.5"),
              event("\"user_1\"", "\"login\"", "null")),
          timestamps("a timestamp that JSON has no such number for", "NaN", "-Infinity", "0x10"),
          kind("very deep nesting", start() + "\"timestamp\":1.5,\"x\":" + "[".repeat(DEEP)));

  /**
   * Kinds that every solution survives if it survives any: first those whose records have a key,
   * then those without one.
   */
  public static final List<List<Poison>> USUAL =
      List.of(
          List.of(
              INVALID.withKeys(OddKey.TEXT, OddKey.NO_TEXT),
              EMPTY.withKeys(OddKey.NO_TEXT, OddKey.TEXT),
              NO_VALUE.withKeys(OddKey.TEXT, OddKey.NO_TEXT),
              CUT_OFF),
          List.of(
              INVALID.withKeys(OddKey.NONE, OddKey.EMPTY),
              NO_VALUE.withKeys(OddKey.NONE, OddKey.EMPTY)));

  private MalformedKinds() {}

  /** Returns every kind, with these random bytes. */
  static List<Poison> all(byte[] randomBytes) {
    return Stream.concat(
            Stream.of(
                INVALID,
                EMPTY,
                NO_VALUE,
                CUT_OFF,
                malformed("random bytes", randomBytes),
                ARRAY,
                WORD_NULL,
                NO_TIMESTAMP,
                WRONG_TYPES,
                OUT_OF_RANGE),
            OTHERS.stream())
        .toList();
  }

  /** Returns whether a call is about a record that may be taken for an event or not. */
  static boolean mayBeAnEvent(HandlerCall call) {
    return call.event() != null && call.event().userId().equals(FAR);
  }

  private static String start() {
    return "{\"user_id\":\"user_1\",\"event_type\":\"login\",";
  }

  private static String event(String user, String type, String timestamp) {
    return "{\"user_id\":%s,\"event_type\":%s,\"timestamp\":%s}".formatted(user, type, timestamp);
  }

  private static Poison timestamps(String kind, String... timestamps) {
    return kind(
        kind,
        Arrays.stream(timestamps)
            .map(timestamp -> event("\"user_1\"", "\"login\"", timestamp))
            .toArray(String[]::new));
  }

  private static Poison kind(String kind, String... values) {
    return malformed(
        kind,
        Arrays.stream(values)
            .map(value -> value.getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new));
  }
}
