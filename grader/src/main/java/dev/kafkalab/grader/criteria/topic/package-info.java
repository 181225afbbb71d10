/** Judges task 1: the topic is created as the lab asks. */
@NullMarked
package dev.kafkalab.grader.criteria.topic;

import org.jspecify.annotations.NullMarked;
