/** The command line: the only place that prints and ends the process with an exit code. */
@NullMarked
package dev.kafkalab.grader.cli;

import org.jspecify.annotations.NullMarked;
