/** Bounds, watches and ends a process that may do anything. */
@NullMarked
package dev.kafkalab.grader.studentvm.process;

import org.jspecify.annotations.NullMarked;
