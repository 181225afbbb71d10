/** Reads the list of a class, and finds in it who handed something in. */
@NullMarked
package dev.kafkalab.grader.handin.roster;

import org.jspecify.annotations.NullMarked;
