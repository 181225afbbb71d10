/** Runs a submission against a real Kafka and tells right from wrong by what it does. */
@NullMarked
package dev.kafkalab.grader;

import org.jspecify.annotations.NullMarked;
