/** Offsets by partition, as commits, positions and ends of topics have them. */
@NullMarked
package dev.kafkalab.grader.offsets;

import org.jspecify.annotations.NullMarked;
