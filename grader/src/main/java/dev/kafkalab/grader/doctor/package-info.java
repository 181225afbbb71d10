/** Looks at what a grading, and the lab's programs, need of the machine. */
@NullMarked
package dev.kafkalab.grader.doctor;

import org.jspecify.annotations.NullMarked;
