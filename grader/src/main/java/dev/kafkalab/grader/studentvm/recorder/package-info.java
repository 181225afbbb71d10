/** Notes which line of the student's calls Kafka's clients, by weaving them, and for what. */
@NullMarked
package dev.kafkalab.grader.studentvm.recorder;

import org.jspecify.annotations.NullMarked;
