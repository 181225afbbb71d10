package dev.kafkalab.grader.criteria.stage;

import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.studentvm.Hold;
import java.util.List;

/**
 * A run of events in one partition, in whose middle the student's code stands inside the handler.
 *
 * @param events all of them, in their order
 * @param held the one whose handler call has not returned
 * @param hold lets it return
 */
public record HeldBacklog(List<PublishedEvent> events, PublishedEvent held, Hold hold) {

  /** Copies the events, so that a backlog never changes. */
  public HeldBacklog {
    events = List.copyOf(events);
  }
}
