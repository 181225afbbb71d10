/** Provides the Kafka that a submission is run against. */
@NullMarked
package dev.kafkalab.grader.broker;

import org.jspecify.annotations.NullMarked;
