/** Reads the lab's numbered rules: what the handout demands, and who judges it. */
@NullMarked
package dev.kafkalab.grader.rules;

import org.jspecify.annotations.NullMarked;
