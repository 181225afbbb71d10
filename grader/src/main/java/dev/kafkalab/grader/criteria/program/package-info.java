/** Judges the consumer program: how it shuts down when it is told to. */
@NullMarked
package dev.kafkalab.grader.criteria.program;

import org.jspecify.annotations.NullMarked;
