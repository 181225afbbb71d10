package dev.kafkalab.grader.criteria.stage;

import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.studentvm.Hold;
import java.util.List;

/**
 * A sequence of events in one partition; the student's code is held in the handler in its middle.
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
