/** Stands between a Kafka client and its brokers: relays frames, notes requests, injects faults. */
@NullMarked
package dev.kafkalab.grader.tap;

import org.jspecify.annotations.NullMarked;
