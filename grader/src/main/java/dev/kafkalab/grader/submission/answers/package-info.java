/** Reads what the student answered to the questions of the lab. */
@NullMarked
package dev.kafkalab.grader.submission.answers;

import org.jspecify.annotations.NullMarked;
