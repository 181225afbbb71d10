package dev.kafkalab.grader.criteria.trace;

import dev.kafkalab.grader.evidence.EventLedger;
import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.feedback.Timeline.StepKind;
import dev.kafkalab.grader.studentvm.HandlerCall;
import dev.kafkalab.grader.studentvm.recorder.ClientCall;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Batch;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Poll;
import dev.kafkalab.grader.studentvm.recorder.ClientNotes;
import dev.kafkalab.grader.tap.note.CommitNote;
import dev.kafkalab.grader.tap.note.JoinNote;
import dev.kafkalab.grader.tap.note.LeaveNote;
import dev.kafkalab.grader.tap.note.WireNote;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/**
 * What is known of one run of the student's consumer.
 *
 * @param actor its name in a timeline; empty where there is no other
 * @param acts what the grader did to it
 * @param calls its calls of the handler
 * @param wire what it asked the broker for
 * @param notes what its clients were called for
 */
public record Life(
    String actor,
    List<Moment> acts,
    List<HandlerCall> calls,
    List<WireNote> wire,
    ClientNotes notes) {

  /** Copies the lists, so that a life never changes. */
  public Life {
    acts = List.copyOf(acts);
    calls = List.copyOf(calls);
    wire = List.copyOf(wire);
  }

  /** Returns all that happened to the records of a topic, in no order. */
  Stream<Moment> moments(EventLedger ledger, String topic) {
    Stream<Moment> polls = notes.calls().stream().flatMap(call -> reads(call, topic));
    Stream<Moment> commits = notesOf(CommitNote.class).flatMap(note -> commits(note, topic));
    Stream<Moment> handled =
        ledger.sightings(calls).stream()
            .flatMap(
                sighting ->
                    sighting.source() == null
                        ? Stream.empty()
                        : handling(sighting.call(), sighting.source()));
    return Stream.of(acts.stream(), polls, handled, commits)
        .flatMap(each -> each)
        .map(moment -> moment.by(actor));
  }

  /** Returns when it first asked to be in the group, and when it left. */
  Stream<Moment> membership() {
    return Stream.concat(
            notesOf(JoinNote.class)
                .limit(1)
                .map(note -> Moment.of(note.nanoTime(), StepKind.JOINED)),
            notesOf(LeaveNote.class)
                .limit(1)
                .map(note -> Moment.of(note.nanoTime(), StepKind.LEFT)))
        .map(moment -> moment.by(actor));
  }

  private <N extends WireNote> Stream<N> notesOf(Class<N> kind) {
    return wire.stream().filter(kind::isInstance).map(kind::cast);
  }

  private static Stream<Moment> reads(ClientCall call, String topic) {
    List<Batch> batches = call.detail() instanceof Poll poll ? poll.batches() : List.of();
    return batches.stream()
        .filter(batch -> batch.topic().equals(topic))
        .map(
            batch ->
                Moment.of(
                    call.receivedNanos(),
                    StepKind.READ,
                    batch.partition(),
                    batch.first(),
                    batch.last(),
                    call.at()));
  }

  /** A held call appears twice: when it came, and when it was released. */
  private static Stream<Moment> handling(HandlerCall call, PublishedEvent event) {
    Moment held = at(call.askedNanos(), StepKind.HELD, event);
    if (!call.answered()) {
      return Stream.of(held);
    }
    Moment end =
        at(call.answeredNanos(), call.refused() ? StepKind.REFUSED : StepKind.HANDLED, event);
    return call.wasHeld() ? Stream.of(held, end) : Stream.of(end);
  }

  private static Moment at(long nanos, StepKind kind, PublishedEvent event) {
    return Moment.of(
        nanos, kind, event.partition().partition(), event.offset(), event.offset(), null);
  }

  private Stream<Moment> commits(CommitNote note, String topic) {
    return note.offsets().byPartition().entrySet().stream()
        .filter(entry -> entry.getKey().topic().equals(topic) && entry.getValue() >= 0)
        .map(entry -> commit(note, entry));
  }

  private Moment commit(CommitNote note, Map.Entry<TopicPartition, Long> entry) {
    int partition = entry.getKey().partition();
    long offset = entry.getValue();
    return Moment.of(
        note.nanoTime(),
        StepKind.COMMITTED,
        partition,
        offset,
        offset,
        notes
            .lastCommitBefore(note.nanoTime(), partition, offset)
            .map(ClientCall::at)
            .orElse(null));
  }
}
