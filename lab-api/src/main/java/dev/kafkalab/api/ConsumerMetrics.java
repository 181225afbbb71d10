package dev.kafkalab.api;

import java.util.Map;

/**
 * What a {@link UserEventConsumer} has counted since it was made (a challenge).
 *
 * @param handledByType how many events of each type the handler has returned from, by the type's
 *     name on the wire; a type that never occurred is absent, or 0
 * @param malformed how many records were skipped because they are not events
 */
public record ConsumerMetrics(Map<String, Long> handledByType, long malformed) {

  /** Copies the counts, so that metrics never change. */
  public ConsumerMetrics {
    handledByType = Map.copyOf(handledByType);
  }
}
