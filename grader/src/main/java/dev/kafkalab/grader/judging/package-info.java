/**
 * Judges a criterion as often as it takes, and counts only what a sound machine and broker gave.
 */
@NullMarked
package dev.kafkalab.grader.judging;

import org.jspecify.annotations.NullMarked;
