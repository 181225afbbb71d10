package dev.kafkalab.grader.tap.note;

/**
 * A member that leaves its group: a LeaveGroup, or a ConsumerGroupHeartbeat with epoch -1 or -2
 * (-2: a static member that means to come back).
 */
public record LeaveNote(long nanoTime, String clientId, String groupId, String memberId)
    implements WireNote {}
