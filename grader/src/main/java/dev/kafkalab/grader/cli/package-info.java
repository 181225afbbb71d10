/** Is the command line: the only place that prints, and that ends the process with an exit code. */
@NullMarked
package dev.kafkalab.grader.cli;

import org.jspecify.annotations.NullMarked;
