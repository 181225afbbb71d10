/** What the script {@code lab} and this process tell each other: folders, signals, exit codes. */
@NullMarked
package dev.kafkalab.grader.cli.process;

import org.jspecify.annotations.NullMarked;
