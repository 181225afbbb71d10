package dev.kafkalab.grader.criteria.trace;

import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.feedback.Misconception;
import dev.kafkalab.grader.studentvm.recorder.ClientCall;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Api;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Commit;
import dev.kafkalab.grader.studentvm.recorder.ClientMade;
import dev.kafkalab.grader.tap.note.CommitNote;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What a run committed, and whether its code or Kafka's client did it.
 *
 * @param lines the student's lines
 * @param group the group that it joined
 * @param commits on the wire, oldest first
 */
public record CommitHistory(Lines lines, Optional<String> group, List<CommitNote> commits) {

  /** Copies the commits, so that a history never changes. */
  public CommitHistory {
    commits = List.copyOf(commits);
  }

  /**
   * Returns the consumer that reads in the joined group, if its auto-commit is on; empty where none
   * is known.
   */
  public Optional<ClientMade> autoCommitting() {
    return lines.notes().readingConsumers().stream()
        .filter(made -> group.isPresent() && made.setting("group.id").equals(group))
        .filter(made -> made.setting("enable.auto.commit").filter("true"::equals).isPresent())
        .findFirst();
  }

  /** Returns the misconception behind the first commit of an offset. */
  public Misconception beliefBehind(TopicPartition partition, long offset) {
    return isAutomatic(partition, offset)
        ? Misconception.AUTO_COMMIT
        : Misconception.COMMIT_BEFORE_PROCESSING;
  }

  /** Returns the line to change: that of the commit, or of the setting. */
  public @Nullable Location lineBehind(TopicPartition partition, long offset) {
    return isAutomatic(partition, offset)
        ? autoCommitting().map(ClientMade::at).orElse(null)
        : byHand(partition, offset).map(ClientCall::at).orElse(null);
  }

  /** Returns the line of the first manual commit; null if none is known. */
  public @Nullable Location firstCommitCall() {
    return lines.notes().calls().stream()
        .filter(call -> call.detail() instanceof Commit)
        .findFirst()
        .map(ClientCall::at)
        .orElse(null);
  }

  /** Returns whether the student's code called for a commit itself. */
  public boolean hasCommitCall() {
    return firstCommitCall() != null;
  }

  /** Returns the line behind this very commit; null if none is known. */
  public @Nullable Location lineOf(CommitNote commit, TopicPartition partition) {
    return lines
        .notes()
        .lastCommitBefore(
            commit.nanoTime(), partition.partition(), commit.offsets().of(partition, -1L))
        .map(ClientCall::at)
        .orElse(null);
  }

  /** Returns the highest offset that the run tried to commit; -1 if there is none. */
  public long highest(TopicPartition partition) {
    return commits.stream()
        .mapToLong(commit -> commit.offsets().of(partition, -1L))
        .max()
        .orElse(-1);
  }

  private boolean isAutomatic(TopicPartition partition, long offset) {
    return autoCommitting().isPresent()
        && byHand(partition, offset)
            .filter(call -> !cameAfterClosing(call, partition, offset))
            .isEmpty();
  }

  /** A commit that was sent after close() was called is the client's own, not that of a call. */
  private boolean cameAfterClosing(ClientCall call, TopicPartition partition, long offset) {
    Optional<CommitNote> commit = first(partition, offset);
    return lines.notes().first(Api.CLOSE).stream()
        .anyMatch(
            close ->
                call.sequence() < close.sequence()
                    && commit
                        .filter(note -> close.receivedNanos() - note.nanoTime() < 0)
                        .isPresent());
  }

  private Optional<ClientCall> byHand(TopicPartition partition, long offset) {
    return first(partition, offset)
        .flatMap(
            note -> lines.notes().lastCommitBefore(note.nanoTime(), partition.partition(), offset));
  }

  private Optional<CommitNote> first(TopicPartition partition, long offset) {
    return commits.stream().filter(note -> note.offsets().of(partition, -1L) == offset).findFirst();
  }
}
