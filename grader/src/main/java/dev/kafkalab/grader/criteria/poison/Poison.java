package dev.kafkalab.grader.criteria.poison;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A malformed record.
 *
 * @param kind what is wrong with it, in the words of the report
 * @param value its bytes; null for a record without a value
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
public record Poison(String kind, byte @Nullable [] value) {

  /** The partition that malformed records are published to. */
  static final int PARTITION = 1;

  private static final int DEEP = 20_000;
  private static final String GOOD_START = "{\"user_id\":\"user_1\",\"event_type\":\"login\",";

  /** Returns one record of each kind that the lab names, with these random bytes. */
  public static List<Poison> kinds(byte[] randomBytes) {
    List<Poison> kinds = new ArrayList<>();
    kinds.add(of("{invalid json}", "{invalid json}"));
    kinds.add(of("an empty value", ""));
    kinds.add(new Poison("no value (null)", null));
    kinds.add(of("JSON cut off in the middle", GOOD_START + "\"timesta"));
    kinds.add(new Poison("random bytes", randomBytes));
    kinds.add(of("a JSON array", "[1,2,3]"));
    kinds.add(of("a JSON number", "42"));
    kinds.add(of("a JSON string", "\"login\""));
    kinds.add(of("the JSON word null", "null"));
    kinds.add(of("an object without event_type", "{\"user_id\":\"user_1\",\"timestamp\":1.5}"));
    kinds.add(of("an object without user_id", "{\"event_type\":\"login\",\"timestamp\":1.5}"));
    kinds.add(
        of("an object without timestamp", "{\"user_id\":\"user_1\",\"event_type\":\"login\"}"));
    kinds.add(
        of(
            "fields of the wrong type",
            "{\"user_id\":{\"a\":1},\"event_type\":[7],\"timestamp\":\"noon\"}"));
    kinds.add(of("very deep nesting", GOOD_START + "\"timestamp\":1.5,\"x\":" + "[".repeat(DEEP)));
    return kinds;
  }

  private static Poison of(String kind, String value) {
    return new Poison(kind, value.getBytes(StandardCharsets.UTF_8));
  }
}
