/** Compares the submissions of a class with each other, by JPlag in a JVM of its own. */
@NullMarked
package dev.kafkalab.grader.classrun.similar;

import org.jspecify.annotations.NullMarked;
