/** Turns a student's folder into compiled classes, or into problems told in the student's words. */
@NullMarked
package dev.kafkalab.grader.submission;

import org.jspecify.annotations.NullMarked;
