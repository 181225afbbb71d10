package dev.kafkalab.grader.criteria.consumer;

/**
 * What a method of the business logic returned, and what it should have returned.
 *
 * @param after the events that came before
 */
record ActivityDifference(ActivityCase after, Object expected, Object got) {}
