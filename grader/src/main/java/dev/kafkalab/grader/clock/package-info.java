/** Tells how much time the machine could really give, and when it gave none. */
@NullMarked
package dev.kafkalab.grader.clock;

import org.jspecify.annotations.NullMarked;
