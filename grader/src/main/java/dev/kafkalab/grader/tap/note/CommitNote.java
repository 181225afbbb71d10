package dev.kafkalab.grader.tap.note;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * An OffsetCommit or TxnOffsetCommit request: a group's offsets on their way to the coordinator.
 *
 * @param memberId empty where the committer is not a member of the group
 * @param offsets the next offset to read; a topic whose name never passed the tap has its id as
 *     name
 */
public record CommitNote(
    long nanoTime,
    String clientId,
    String groupId,
    String memberId,
    Map<TopicPartition, Long> offsets)
    implements WireNote {

  /** Copies the offsets, so that a note never changes. */
  public CommitNote {
    offsets = Map.copyOf(offsets);
  }
}
