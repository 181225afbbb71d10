package dev.kafkalab.grader.tap.note;

import dev.kafkalab.grader.offsets.Offsets;

/**
 * An OffsetCommit or TxnOffsetCommit request: a group's offsets on their way to the coordinator.
 *
 * @param memberId empty where the committer is not a member of the group
 * @param offsets the next offset to read; a topic whose name never passed the tap has its id as
 *     name
 */
public record CommitNote(
    long nanoTime, String clientId, String groupId, String memberId, Offsets offsets)
    implements WireNote {}
