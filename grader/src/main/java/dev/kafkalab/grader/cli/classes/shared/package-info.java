/**
 * What several commands about a class share: its run's files, its source, the form of its table.
 */
@NullMarked
package dev.kafkalab.grader.cli.classes.shared;

import org.jspecify.annotations.NullMarked;
