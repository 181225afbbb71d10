/** What this process and its surroundings tell each other: folders, signals, exit codes, a line. */
@NullMarked
package dev.kafkalab.grader.cli.process;

import org.jspecify.annotations.NullMarked;
