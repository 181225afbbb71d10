/** Feedback for people: facts, their location in the submission, and what to do next. */
@NullMarked
package dev.kafkalab.grader.feedback;

import org.jspecify.annotations.NullMarked;
