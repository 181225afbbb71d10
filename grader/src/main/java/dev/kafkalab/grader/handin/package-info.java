/** Reads what a class handed in, one submission or a thousand, without running any of it. */
@NullMarked
package dev.kafkalab.grader.handin;

import org.jspecify.annotations.NullMarked;
