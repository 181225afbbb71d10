package dev.kafkalab.grader.tap.note;

/** The first heartbeat of a member, in either group protocol; the tap counts all. */
public record HeartbeatNote(long nanoTime, String clientId, String groupId, String memberId)
    implements WireNote {}
