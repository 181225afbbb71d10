package dev.kafkalab.grader.tap.note;

import org.apache.kafka.clients.consumer.GroupProtocol;

/**
 * A member that asks to be in a group.
 *
 * <p>The classic protocol joins again at each rebalance, and the first time twice: without a member
 * id and then with the one that the coordinator gave it (KIP-394).
 *
 * @param memberId empty in a classic member's very first request
 * @param protocol classic is a JoinGroup; consumer a ConsumerGroupHeartbeat with epoch 0 (KIP-848)
 */
public record JoinNote(
    long nanoTime, String clientId, String groupId, String memberId, GroupProtocol protocol)
    implements WireNote {}
