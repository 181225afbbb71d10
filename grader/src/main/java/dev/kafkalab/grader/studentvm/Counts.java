package dev.kafkalab.grader.studentvm;

import dev.kafkalab.grader.wire.Reply;
import dev.kafkalab.grader.wire.Reply.MetricsRead;
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

  /** Reads what a student's JVM has replied; any other reply counts nothing. */
  static Counts of(Reply reply) {
    if (!(reply instanceof MetricsRead said)) {
      return new Counts(Map.of(), -1);
    }
    Map<String, Long> handled = new TreeMap<>();
    said.handled().forEach((type, text) -> handled.put(type, count(text)));
    return new Counts(handled, said.malformed());
  }

  private static long count(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      return -1; // no number at all: it differs from every count
    }
  }
}
