package dev.kafkalab.grader.criteria.group;

import dev.kafkalab.grader.criteria.stage.ConsumerStage;
import dev.kafkalab.grader.criteria.stage.StudentRun;
import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.evidence.Sighting;
import dev.kafkalab.grader.studentvm.HandlerCall;
import dev.kafkalab.grader.tap.note.CommitNote;
import dev.kafkalab.grader.tap.note.JoinNote;
import dev.kafkalab.grader.tap.note.LeaveNote;
import dev.kafkalab.grader.tap.note.WireNote;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.GroupProtocol;

/**
 * Finds events that were handled again although their first owner could have committed them: it was
 * asked for its partitions in due form, and the handler had returned some time before.
 *
 * <p>What a member handled last before its partitions were taken may come again: its own threads
 * may not have been told yet that the handler has returned. So may all that a killed or evicted
 * member did.
 */
final class Repeats {

  /** The first request of a classic member has no id, and is refused once to give it one. */
  private static final int JOINS_WITHOUT_ID = 1;

  private final ConsumerStage consumer;
  private final Duration margin;

  Repeats(ConsumerStage consumer, Duration margin) {
    this.consumer = consumer;
    this.margin = margin;
  }

  /**
   * Returns the events that were handled again.
   *
   * @param members all that there ever were
   * @param orderly those that were not killed
   */
  List<PublishedEvent> find(List<StudentRun> members, List<StudentRun> orderly) {
    Map<PublishedEvent, Handled> first = new HashMap<>();
    List<PublishedEvent> again = new ArrayList<>();
    handledBy(members)
        .forEach(
            handled -> {
              Handled before = first.putIfAbsent(handled.event(), handled);
              if (before != null
                  && orderly.contains(before.owner())
                  && !wasEvicted(before.owner())
                  && !hadCommitted(before, handled.call().askedNanos())
                  && hadTime(before, handled.call().askedNanos())) {
                again.add(handled.event());
              }
            });
    return again.stream().distinct().toList();
  }

  private record Handled(StudentRun owner, HandlerCall call, PublishedEvent event) {}

  /** Returns what returned from the handler, in the order of time. */
  private Stream<Handled> handledBy(List<StudentRun> members) {
    return members.stream()
        .flatMap(
            member ->
                consumer.ledger().sightings(member.calls()).stream()
                    .filter(sighting -> sighting.source() != null && sighting.call().answered())
                    .map(sighting -> handled(member, sighting)))
        .sorted(
            (one, other) -> Long.signum(one.call().answeredNanos() - other.call().answeredNanos()));
  }

  private static Handled handled(StudentRun member, Sighting sighting) {
    return new Handled(member, sighting.call(), Objects.requireNonNull(sighting.source()));
  }

  /** Returns whether the owner had asked for a commit of it: in a rebalance the broker refuses. */
  private static boolean hadCommitted(Handled before, long askedAgain) {
    long taken = taken(before, askedAgain);
    return before.owner().tap().notes(CommitNote.class).stream()
        .filter(note -> note.nanoTime() - before.call().answeredNanos() > 0)
        .filter(note -> taken - note.nanoTime() >= 0)
        .anyMatch(
            note -> note.offsets().of(before.event().partition(), -1L) > before.event().offset());
  }

  /** Returns whether the owner could commit before it took part in the rebalance, or left. */
  private boolean hadTime(Handled before, long askedAgain) {
    return taken(before, askedAgain) - before.call().answeredNanos() > margin.toNanos();
  }

  /** Returns when the owner took part in the rebalance, or left. */
  private static long taken(Handled before, long askedAgain) {
    long answered = before.call().answeredNanos();
    return before.owner().tap().notes().stream()
        .filter(note -> note instanceof JoinNote || note instanceof LeaveNote)
        .mapToLong(WireNote::nanoTime)
        .filter(nanos -> nanos - answered > 0 && askedAgain - nanos > 0)
        .findFirst()
        .orElse(askedAgain);
  }

  /** A member that polls too rarely is thrown out, and joins as a new one. */
  private static boolean wasEvicted(StudentRun member) {
    List<JoinNote> joins = member.tap().notes(JoinNote.class);
    long withoutId = joins.stream().filter(note -> note.memberId().isEmpty()).count();
    long ids =
        joins.stream().map(JoinNote::memberId).filter(id -> !id.isEmpty()).distinct().count();
    return withoutId > JOINS_WITHOUT_ID || ids > 1 || joinedAnew(joins);
  }

  /** The consumer protocol joins once, and keeps its id when it is fenced and joins again. */
  private static boolean joinedAnew(List<JoinNote> joins) {
    return joins.stream().filter(note -> note.protocol() == GroupProtocol.CONSUMER).count() > 1;
  }
}
