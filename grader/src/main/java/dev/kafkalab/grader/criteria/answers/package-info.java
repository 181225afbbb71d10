/** Judges task 5: the answers agree with what Kafka does. */
@NullMarked
package dev.kafkalab.grader.criteria.answers;

import org.jspecify.annotations.NullMarked;
