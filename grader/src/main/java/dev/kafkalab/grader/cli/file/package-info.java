/** Writes what a command produces to the files that its user names. */
@NullMarked
package dev.kafkalab.grader.cli.file;

import org.jspecify.annotations.NullMarked;
