/** Tells what the student's code did, from what the doors saw: commits, steps, lines. */
@NullMarked
package dev.kafkalab.grader.criteria.trace;

import org.jspecify.annotations.NullMarked;
