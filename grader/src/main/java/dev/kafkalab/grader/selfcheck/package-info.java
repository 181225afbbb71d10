/** Grades the known submissions and counts how often the grader is wrong. */
@NullMarked
package dev.kafkalab.grader.selfcheck;

import org.jspecify.annotations.NullMarked;
