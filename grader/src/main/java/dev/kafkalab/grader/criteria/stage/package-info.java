/** Sets the stage that a criterion acts on: topics, groups, runs of the student's code, waits. */
@NullMarked
package dev.kafkalab.grader.criteria.stage;

import org.jspecify.annotations.NullMarked;
