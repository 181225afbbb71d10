/**
 * What is known of a class that was graded: its results, what was changed by hand, and what counts.
 */
@NullMarked
package dev.kafkalab.grader.classrun.book;

import org.jspecify.annotations.NullMarked;
