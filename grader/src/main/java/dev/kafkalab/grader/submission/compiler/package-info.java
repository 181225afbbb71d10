/** Runs javac within bounds and translates what it says for students. */
@NullMarked
package dev.kafkalab.grader.submission.compiler;

import org.jspecify.annotations.NullMarked;
