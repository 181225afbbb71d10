package dev.kafkalab.grader.evidence;

import org.apache.kafka.common.TopicPartition;

/**
 * One commit that the broker accepted.
 *
 * @param group who committed
 * @param partition of what
 * @param offset the next offset to be read
 * @param timestamp when, in milliseconds since the epoch by the broker's clock
 */
public record Commit(String group, TopicPartition partition, long offset, long timestamp) {}
