/** Judges task 2: the producer delivers, keeps order and reports what happened. */
@NullMarked
package dev.kafkalab.grader.criteria.producer;

import org.jspecify.annotations.NullMarked;
