/** Turns a student's folder into compiled classes, or into a list of problems in plain words. */
@NullMarked
package dev.kafkalab.grader.submission;

import org.jspecify.annotations.NullMarked;
