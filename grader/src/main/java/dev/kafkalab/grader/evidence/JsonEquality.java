package dev.kafkalab.grader.evidence;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Compares JSON by its values: 1 and 1.0 are one number, and a float's last digits do not count.
 */
final class JsonEquality {

  private static final double NEAR = 1e-9;

  private JsonEquality() {}

  static boolean same(JsonNode expected, JsonNode got) {
    return expected.equals(JsonEquality::compare, got);
  }

  /** Compares two leaves, or asks to go into two containers; Jackson calls it for each pair. */
  private static int compare(JsonNode expected, JsonNode got) {
    if (expected.isNumber() && got.isNumber()) {
      return Math.abs(expected.doubleValue() - got.doubleValue()) < NEAR ? 0 : 1;
    }
    return expected.equals(got) ? 0 : 1;
  }
}
