package dev.kafkalab.grader.studentvm.recorder;

import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.wire.ClientKind;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call of a client of Kafka by the student's code.
 *
 * <p>It is noted before the call runs, so a commit is noted before its request can be on the wire;
 * only the records of a poll are noted when it returns.
 *
 * @param sequence its place among all that its JVM told, {@code HandlerCall.sequence()} among them:
 *     of two calls by one thread the lower came first
 * @param receivedNanos when the grader read of it, by {@link System#nanoTime()}: it began earlier
 * @param kind consumer or producer
 * @param client tells the clients of one JVM apart, as in {@link ClientMade#client}
 * @param api the method
 * @param at the student's line; null where none is known
 * @param detail what else was noted
 */
public record ClientCall(
    long sequence,
    long receivedNanos,
    ClientKind kind,
    int client,
    Api api,
    @Nullable Location at,
    Detail detail) {

  /** A method of a client; those with several forms count as one. */
  public enum Api {
    /** Joins a group, or changes its topics. */
    SUBSCRIBE("subscribe"),
    /** Leaves the group, or gives up what was assigned. */
    UNSUBSCRIBE("unsubscribe"),
    /** Takes partitions without a group. */
    ASSIGN("assign"),
    /** Moves to an offset. */
    SEEK("seek"),
    /** Moves to the first offset. */
    SEEK_TO_BEGINNING("seekToBeginning"),
    /** Moves behind the last offset. */
    SEEK_TO_END("seekToEnd"),
    /** Asks for records. */
    POLL("poll"),
    /** Commits and waits for the answer. */
    COMMIT_SYNC("commitSync"),
    /** Commits and does not wait. */
    COMMIT_ASYNC("commitAsync"),
    /** Ends a poll from another thread. */
    WAKEUP("wakeup"),
    /** Closes a consumer or a producer. */
    CLOSE("close"),
    /** Hands a record to a producer. */
    SEND("send"),
    /** Waits until all that was sent is answered. */
    FLUSH("flush");

    private final String method;

    Api(String method) {
      this.method = method;
    }

    /** Returns the method's name, such as {@code commitSync}. */
    public String method() {
      return method;
    }

    static Api of(String method) {
      return Arrays.stream(values())
          .filter(api -> api.method.equals(method))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException(method));
    }
  }

  /** What was noted besides the method. */
  public sealed interface Detail {}

  /** Nothing. */
  public record Nothing() implements Detail {}

  /**
   * Of a commit.
   *
   * @param everything whether no offsets were given: it commits all that poll returned
   * @param offsets those that were given
   */
  public record Commit(boolean everything, List<Offset> offsets) implements Detail {

    /** Copies the offsets, so that a note never changes. */
    public Commit {
      offsets = List.copyOf(offsets);
    }

    /** Returns whether it commits this offset of a partition. */
    public boolean covers(int partition, long offset) {
      return everything
          || offsets.stream()
              .anyMatch(each -> each.partition() == partition && each.offset() == offset);
    }
  }

  /** An offset that is committed: that of the next record to read. */
  public record Offset(String topic, int partition, long offset) {}

  /**
   * Of a poll.
   *
   * @param batches the records that it returns; none for the note of a line's first poll, which is
   *     made before it runs
   */
  public record Poll(List<Batch> batches) implements Detail {

    /** Copies the batches, so that a note never changes. */
    public Poll {
      batches = List.copyOf(batches);
    }
  }

  /** The records of one partition that a poll returns, from the first to the last. */
  public record Batch(String topic, int partition, long first, long last, int count) {}

  /**
   * Of a send.
   *
   * @param partition the one that the record names; null where it leaves that to Kafka
   * @param hasKey whether the record has a key
   */
  public record Send(String topic, @Nullable Integer partition, boolean hasKey) implements Detail {}
}
