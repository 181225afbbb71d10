/** Says what two graded solutions did differently. */
@NullMarked
package dev.kafkalab.grader.compare;

import org.jspecify.annotations.NullMarked;
