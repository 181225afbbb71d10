package dev.kafkalab.grader.grade;

/**
 * The Kafka that a submission was graded with.
 *
 * @param kind what it ran in, such as {@code container}
 * @param version what is known of its version
 * @param remark why this one was used, in one line; empty if that needs no explanation
 */
public record UsedBroker(String kind, String version, String remark) {}
