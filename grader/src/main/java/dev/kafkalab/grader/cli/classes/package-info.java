/** Commands for a whole class. */
@NullMarked
package dev.kafkalab.grader.cli.classes;

import org.jspecify.annotations.NullMarked;
