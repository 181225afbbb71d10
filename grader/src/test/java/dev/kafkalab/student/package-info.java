/** Stands for a submission in tests: code that is none of the grader's. */
@NullMarked
package dev.kafkalab.student;

import org.jspecify.annotations.NullMarked;
