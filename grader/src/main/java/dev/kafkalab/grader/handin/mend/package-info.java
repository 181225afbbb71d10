/** Finds the module in what one student handed in, and mends what has only one reading. */
@NullMarked
package dev.kafkalab.grader.handin.mend;

import org.jspecify.annotations.NullMarked;
