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

  /**
   * A commit that took back what an earlier one of the same member had committed.
   *
   * @param partition of what
   * @param before the earlier commit
   * @param after the later one, of a lower offset
   */
  public record Backward(TopicPartition partition, CommitNote before, CommitNote after) {

    /** Returns the offset that was committed first. */
    public long higher() {
      return before.offsets().of(partition, -1L);
    }

    /** Returns the offset that was committed then. */
    public long lower() {
      return after.offsets().of(partition, -1L);
    }
  }

  /** Fewer commits could have the same distance by chance. */
  private static final int ENOUGH = 3;

  /** The distance of a commit of a partition of which nothing was handled. */
  private static final long NOTHING_HANDLED = Long.MIN_VALUE;

  private final EventLedger ledger;
  private final EventLedger everything;
  private final Map<PublishedEvent, Long> processedAt = new HashMap<>();

  /**
   * Audits the commits of those who were given these calls.
   *
   * @param ledger what had to be handled
   * @param everything that was published, also what may be left out
   */
  public CommitAudit(EventLedger ledger, EventLedger everything, List<HandlerCall> calls) {
    this.ledger = ledger;
    this.everything = everything;
    for (Sighting sighting : everything.sightings(calls)) {
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

  /** Returns the first commit of an offset below one that the same member had committed. */
  public static Optional<Backward> firstBackward(List<CommitNote> commits) {
    Map<String, CommitNote> highest = new HashMap<>();
    for (CommitNote commit : commits) {
      for (TopicPartition partition : commit.offsets().byPartition().keySet()) {
        String owner = commit.memberId() + "/" + partition;
        CommitNote before = highest.get(owner);
        long reached = before == null ? -1 : before.offsets().of(partition, -1L);
        if (before != null && commit.offsets().of(partition, -1L) < reached) {
          return Optional.of(new Backward(partition, before, commit));
        }
        highest.put(owner, commit);
      }
    }
    return Optional.empty();
  }

  /**
   * Returns by how much each commit is past the next offset to read; empty where they differ.
   *
   * <p>Code that commits before the handler returns is ahead by its batch, and also commits a
   * partition of which it has handled nothing yet. Code that adds too much is always ahead by the
   * same. A commit that waits for no answer may reach the wire after more events were handled, and
   * then seems to be less ahead. So none may be further than the excess, and either most agree, or
   * one is past the partition's end by as much: what only commits too early never gets there.
   */
  public Optional<Long> constantExcess(List<CommitNote> commits) {
    List<Long> distances =
        commits.stream()
            .flatMap(
                commit ->
                    commit.offsets().byPartition().entrySet().stream()
                        .map(entry -> distance(entry.getValue(), next(commit, entry.getKey()))))
            .toList();
    long furthest = distances.stream().mapToLong(Long::longValue).max().orElse(0);
    long alike = distances.stream().filter(distance -> distance == furthest).count();
    boolean agree = alike >= ENOUGH && alike * 2 > distances.size();
    return furthest > 0
            && !distances.contains(NOTHING_HANDLED)
            && (agree || pastTheEnd(commits) == furthest)
        ? Optional.of(furthest)
        : Optional.empty();
  }

  private long pastTheEnd(List<CommitNote> commits) {
    return commits.stream()
        .flatMap(commit -> commit.offsets().byPartition().entrySet().stream())
        .mapToLong(entry -> entry.getValue() - end(entry.getKey()))
        .max()
        .orElse(0);
  }

  private long end(TopicPartition partition) {
    return everything.published().stream()
        .filter(event -> event.partition().equals(partition))
        .mapToLong(event -> event.offset() + 1)
        .max()
        .orElse(Long.MAX_VALUE);
  }

  private static long distance(long committed, long next) {
    return next == Long.MAX_VALUE ? NOTHING_HANDLED : committed - next;
  }

  /** Returns the offset that a commit should have; impossibly high where nothing was handled. */
  private long next(CommitNote commit, TopicPartition partition) {
    return everything.published().stream()
        .filter(event -> event.partition().equals(partition))
        .filter(event -> !isAfter(processedAt.getOrDefault(event, Long.MAX_VALUE), commit))
        .mapToLong(event -> event.offset() + 1)
        .max()
        .orElse(Long.MAX_VALUE);
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
