package dev.kafkalab.grader.studentvm.recorder;

import dev.kafkalab.grader.studentvm.recorder.ClientCall.Api;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Commit;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Send;
import dev.kafkalab.grader.wire.ClientKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the recorder noted of a student's JVM up to a moment, oldest first.
 *
 * <p>The notes are made beside the student's code, which could forge or hide them. So they say
 * <em>where</em>: a line for a verdict that gate, broker or tap gave. A verdict itself may rest on
 * them only where no behaviour can show it, as with {@code enable.auto.commit=false}: whoever
 * forges that note has told the grader what the lab asks for, and gains nothing that another door
 * would have seen. Nothing may rest on a note that is missing: they are bounded, and a client that
 * is not Kafka's own makes none.
 *
 * @param made the clients
 * @param calls their calls
 */
public record ClientNotes(List<ClientMade> made, List<ClientCall> calls) {

  private static final long LONGEST_LAG_NANOS = 1_000_000_000;

  /** Copies both, so that notes never change. */
  public ClientNotes {
    made = List.copyOf(made);
    calls = List.copyOf(calls);
  }

  /** Returns the consumers that were made. */
  public List<ClientMade> consumers() {
    return made.stream().filter(each -> each.kind() == ClientKind.CONSUMER).toList();
  }

  /**
   * Returns the consumers that subscribed or were assigned something: others, such as one that only
   * asks how far a group is behind, read nothing. All of them where no such call is known.
   */
  public List<ClientMade> readingConsumers() {
    Set<Integer> readers =
        calls.stream()
            .filter(call -> call.kind() == ClientKind.CONSUMER)
            .filter(call -> call.api() == Api.SUBSCRIBE || call.api() == Api.ASSIGN)
            .map(ClientCall::client)
            .collect(Collectors.toSet());
    return consumers().stream()
        .filter(each -> readers.isEmpty() || readers.contains(each.client()))
        .toList();
  }

  /** Returns the producers that were made. */
  public List<ClientMade> producers() {
    return made.stream().filter(each -> each.kind() == ClientKind.PRODUCER).toList();
  }

  /** Returns the first call of a method. */
  public Optional<ClientCall> first(Api api) {
    return first(call -> call.api() == api);
  }

  /** Returns the first poll: its line is the one that polls. */
  public Optional<ClientCall> firstPoll() {
    return first(Api.POLL);
  }

  /** Returns the first send of a record without a key. */
  public Optional<ClientCall> firstSendWithoutKey() {
    return first(call -> call.detail() instanceof Send send && !send.hasKey());
  }

  /**
   * Returns the call that most likely committed an offset: the last one before a time, or else the
   * first within a second after it. Notes and the tap are read by threads of their own, so a note
   * may be read a little later than the request that it came before.
   *
   * @param nanos by {@link System#nanoTime()}, such as when the tap saw the commit
   * @param offset as committed: that of the next record to read
   */
  public Optional<ClientCall> lastCommitBefore(long nanos, int partition, long offset) {
    Optional<ClientCall> before =
        last(call -> call.receivedNanos() - nanos < 0 && commits(call, partition, offset));
    return before.isPresent()
        ? before
        : first(
            call ->
                call.receivedNanos() - nanos < LONGEST_LAG_NANOS
                    && commits(call, partition, offset));
  }

  /**
   * Returns the last call that commits an offset and came before another of the same thread.
   *
   * @param sequence such as that of a handler call
   * @param offset as committed: that of the next record to read
   */
  public Optional<ClientCall> lastCommitBeforeSequence(long sequence, int partition, long offset) {
    return last(call -> call.sequence() < sequence && commits(call, partition, offset));
  }

  private static boolean commits(ClientCall call, int partition, long offset) {
    return call.detail() instanceof Commit commit && commit.covers(partition, offset);
  }

  private Optional<ClientCall> first(Predicate<ClientCall> kind) {
    return calls.stream().filter(kind).findFirst();
  }

  private Optional<ClientCall> last(Predicate<ClientCall> kind) {
    return calls.stream().filter(kind).reduce((earlier, later) -> later);
  }
}
