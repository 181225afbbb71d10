/** Writes what a grading found, for people and for programs. */
@NullMarked
package dev.kafkalab.grader.report;

import org.jspecify.annotations.NullMarked;
