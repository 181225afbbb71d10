package dev.kafkalab.grader.criteria.trace;

import dev.kafkalab.grader.evidence.EventLedger;
import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.evidence.Sighting;
import dev.kafkalab.grader.studentvm.HandlerCall;
import dev.kafkalab.grader.tap.note.CommitNote;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * Checks each commit on the wire against what was processed when it was sent.
 *
 * <p>An event is processed when its handler call has returned, and the student's code can know that
 * only after the grader let it return: a commit that was noted before that came too early, however
 * the threads ran.
 */
public final class CommitAudit {

  /**
   * A commit that covers an event which was not processed.
   *
   * @param event the oldest such event
   * @param committed the offset that was committed in its partition
   */
  public record TooEarly(PublishedEvent event, long committed) {}

  private final EventLedger ledger;
  private final Map<PublishedEvent, Long> processedAt = new HashMap<>();

  public CommitAudit(EventLedger ledger, List<HandlerCall> calls) {
    this.ledger = ledger;
    for (Sighting sighting : ledger.sightings(calls)) {
      PublishedEvent source = sighting.source();
      if (source != null) {
        processedAt.merge(source, sighting.call().answeredNanos(), Math::min);
      }
    }
  }

  /** Returns the first commit that came too early; empty if there is none. */
  public Optional<TooEarly> firstTooEarly(List<CommitNote> commits) {
    return commits.stream()
        .flatMap(
            commit ->
                commit.offsets().byPartition().entrySet().stream()
                    .flatMap(entry -> uncovered(commit, entry.getKey(), entry.getValue()).stream()))
        .findFirst();
  }

  private Optional<TooEarly> uncovered(CommitNote commit, TopicPartition partition, long offset) {
    return ledger.published().stream()
        .filter(event -> event.partition().equals(partition) && event.offset() < offset)
        .filter(event -> isAfter(processedAt.getOrDefault(event, Long.MAX_VALUE), commit))
        .findFirst()
        .map(event -> new TooEarly(event, offset));
  }

  /**
   * Differences of nanoTime may be compared, its values may not; the one that never came is always
   * later.
   */
  private static boolean isAfter(long processed, CommitNote commit) {
    return processed == Long.MAX_VALUE || processed - commit.nanoTime() > 0;
  }
}
