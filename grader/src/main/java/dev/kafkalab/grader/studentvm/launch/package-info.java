/** Starts a student's JVM: its class path, its options, and the archive of its classes. */
@NullMarked
package dev.kafkalab.grader.studentvm.launch;

import org.jspecify.annotations.NullMarked;
