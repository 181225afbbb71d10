package dev.kafkalab.grader.criteria.consumer;

import dev.kafkalab.api.UserEvent;
import java.util.List;

/**
 * Events with which user activity is tested.
 *
 * @param situation the case in words
 * @param events in the order in which they are given
 * @param hint what to do where the result is wrong
 */
record ActivityCase(String situation, List<UserEvent> events, String hint) {

  private static final String HINT =
      "Step through your code with these events, one after the other.";

  /** Copies the events, so that a case never changes. */
  ActivityCase {
    events = List.copyOf(events);
  }

  ActivityCase(String situation, UserEvent... events) {
    this(situation, List.of(events), HINT);
  }

  ActivityCase hint(String better) {
    return new ActivityCase(situation, events, better);
  }

  ActivityCase named(String other) {
    return new ActivityCase(other, events, hint);
  }

  /** Returns the case with its first events only. */
  ActivityCase first(int count) {
    return new ActivityCase(situation, events.subList(0, count), hint);
  }
}
