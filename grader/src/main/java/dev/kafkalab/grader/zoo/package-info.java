/** Reads the submissions whose verdicts are known and derives them from the reference solution. */
@NullMarked
package dev.kafkalab.grader.zoo;

import org.jspecify.annotations.NullMarked;
