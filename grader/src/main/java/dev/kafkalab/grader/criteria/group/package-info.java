/** Judges task 4: members share partitions and take them over. */
@NullMarked
package dev.kafkalab.grader.criteria.group;

import org.jspecify.annotations.NullMarked;
