/** Shows what is in a Kafka as a page on this machine; knows nothing of who started that Kafka. */
@NullMarked
package dev.kafkalab.grader.console;

import org.jspecify.annotations.NullMarked;
