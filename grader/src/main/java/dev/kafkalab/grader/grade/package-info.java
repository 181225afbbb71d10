/** Adds up what the criteria found: pure values and rules, no Kafka and no processes. */
@NullMarked
package dev.kafkalab.grader.grade;

import org.jspecify.annotations.NullMarked;
