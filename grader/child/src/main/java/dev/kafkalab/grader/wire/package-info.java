/**
 * The messages between the grader and a student's JVM, and how they become lines: described in
 * {@code docs/child-protocol.md}.
 */
@NullMarked
package dev.kafkalab.grader.wire;

import org.jspecify.annotations.NullMarked;
