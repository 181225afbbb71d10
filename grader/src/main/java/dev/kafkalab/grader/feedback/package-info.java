/** What a person is told: facts, where they are in the submission, and what to do next. */
@NullMarked
package dev.kafkalab.grader.feedback;

import org.jspecify.annotations.NullMarked;
