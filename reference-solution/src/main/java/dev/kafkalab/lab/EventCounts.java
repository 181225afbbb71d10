package dev.kafkalab.lab;

import dev.kafkalab.api.ConsumerMetrics;
import dev.kafkalab.api.UserEvent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what one thread handles, for any thread that asks. */
final class EventCounts {

  private final Map<String, Long> handledByType = new ConcurrentHashMap<>();
  private final AtomicLong malformed = new AtomicLong();

  /** Counts an event that the handler has returned from. */
  void addHandled(UserEvent event) {
    handledByType.merge(event.eventType(), 1L, Long::sum);
  }

  /** Counts a record that was skipped because it is not an event. */
  void addMalformed() {
    malformed.incrementAndGet();
  }

  ConsumerMetrics metrics() {
    return new ConsumerMetrics(handledByType, malformed.get());
  }
}
