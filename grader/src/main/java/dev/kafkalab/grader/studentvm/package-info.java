/** Runs the student's code in a JVM of its own and stands at the gate that it must call. */
@NullMarked
package dev.kafkalab.grader.studentvm;

import org.jspecify.annotations.NullMarked;
