/** Commands for running Kafka and the lab's programs by hand, without Docker and without an IDE. */
@NullMarked
package dev.kafkalab.grader.cli.byhand;

import org.jspecify.annotations.NullMarked;
