/** Judges task 6: the challenges, whose points come on top. */
@NullMarked
package dev.kafkalab.grader.criteria.challenge;

import org.jspecify.annotations.NullMarked;
