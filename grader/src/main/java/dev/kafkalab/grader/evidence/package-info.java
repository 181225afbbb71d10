/**
 * Reads what happened from the broker and the gate, and publishes what the student's code is to
 * meet.
 */
@NullMarked
package dev.kafkalab.grader.evidence;

import org.jspecify.annotations.NullMarked;
