/**
 * Judges a submission: one method for each criterion, and the stage on which it makes the student's
 * code act.
 */
@NullMarked
package dev.kafkalab.grader.criteria;

import org.jspecify.annotations.NullMarked;
