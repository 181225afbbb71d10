package dev.kafkalab.grader.criteria.consumer;

import dev.kafkalab.api.UserEvent;
import java.util.List;

/**
 * What a method of the business logic returned, and what it should have returned.
 *
 * @param situation the case in words
 * @param events the events of the case
 */
record ActivityDifference(String situation, List<UserEvent> events, Object expected, Object got) {}
