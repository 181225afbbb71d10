/** Grades a submission again whenever its author saves a file, and only what that file touches. */
@NullMarked
package dev.kafkalab.grader.watch;

import org.jspecify.annotations.NullMarked;
