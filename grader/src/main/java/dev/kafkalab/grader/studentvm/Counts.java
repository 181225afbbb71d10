package dev.kafkalab.grader.studentvm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the student's consumer has counted.
 *
 * @param handledByType how many events of each type, sorted; those of 0 are left out
 * @param malformed how many records that are no events
 */
public record Counts(Map<String, Long> handledByType, long malformed) {

  /** Sorts and copies, so that counts never change and print the same each time. */
  public Counts {
    handledByType = new TreeMap<>(handledByType);
    handledByType.values().removeIf(count -> count == 0);
  }

  static Counts of(JsonNode node) {
    Map<String, Long> handled = new TreeMap<>();
    node.path("handled")
        .properties()
        .forEach(type -> handled.put(type.getKey(), type.getValue().asLong(-1)));
    return new Counts(handled, node.path("malformed").asLong(-1));
  }
}
