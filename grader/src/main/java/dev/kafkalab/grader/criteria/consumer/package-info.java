/** Judges task 3: the consumer handles, commits and resumes. */
@NullMarked
package dev.kafkalab.grader.criteria.consumer;

import org.jspecify.annotations.NullMarked;
