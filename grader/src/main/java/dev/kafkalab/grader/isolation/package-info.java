/** Keeps what a student's process can see and touch within bounds. */
@NullMarked
package dev.kafkalab.grader.isolation;

import org.jspecify.annotations.NullMarked;
