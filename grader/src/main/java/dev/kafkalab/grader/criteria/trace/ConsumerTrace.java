package dev.kafkalab.grader.criteria.trace;

import java.util.Optional;

/**
 * What was observed of a consumer that never called the handler.
 *
 * @param topic the topic that it should read
 * @param foreignTopic another topic that it asked the broker for instead
 * @param fetches how often it asked the broker for records
 * @param group the group that it joined
 * @param lines the student's lines
 */
public record ConsumerTrace(
    String topic,
    Optional<String> foreignTopic,
    long fetches,
    Optional<String> group,
    Lines lines) {}
