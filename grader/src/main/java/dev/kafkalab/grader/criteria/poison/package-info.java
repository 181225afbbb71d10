/** Judges how the consumer survives malformed records. */
@NullMarked
package dev.kafkalab.grader.criteria.poison;

import org.jspecify.annotations.NullMarked;
