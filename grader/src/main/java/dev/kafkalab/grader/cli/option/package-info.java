/** Options that several commands have in common. */
@NullMarked
package dev.kafkalab.grader.cli.option;

import org.jspecify.annotations.NullMarked;
