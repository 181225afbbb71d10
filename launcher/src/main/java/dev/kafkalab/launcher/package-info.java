/**
 * Builds the grader if that is necessary, and starts it: one file, which {@code java} runs as it
 * is.
 */
@NullMarked
package dev.kafkalab.launcher;

import org.jspecify.annotations.NullMarked;
