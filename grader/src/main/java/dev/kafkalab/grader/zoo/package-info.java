/** Reads the submissions whose verdicts are known, and makes them of the reference solution. */
@NullMarked
package dev.kafkalab.grader.zoo;

import org.jspecify.annotations.NullMarked;
