/**
 * Is the grader's side of the student's JVM: it calls the student's code and passes on what that
 * code calls.
 */
@NullMarked
package dev.kafkalab.grader.child;

import org.jspecify.annotations.NullMarked;
