package dev.kafkalab.grader.tap;

/**
 * The first heartbeat of a member, in either group protocol; {@link Tap#heartbeats()} counts all.
 */
public record HeartbeatNote(long nanoTime, String clientId, String groupId, String memberId)
    implements WireNote {}
