package dev.kafkalab.grader.studentvm;

import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.studentvm.recorder.Locations;
import dev.kafkalab.grader.wire.Reply;
import dev.kafkalab.grader.wire.Reply.Located;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where a call of the student's code stands.
 *
 * @param busy the processor time that its thread has used
 * @param in what their line was calling, such as {@code KafkaConsumer.poll}; empty where unknown
 * @param at their line, where known
 */
record Whereabouts(Duration busy, String in, @Nullable Location at) {

  static final Whereabouts UNKNOWN = new Whereabouts(Duration.ZERO, "", null);

  static Whereabouts of(Reply reply) {
    return reply instanceof Located found
        ? new Whereabouts(
            Duration.ofMillis(found.busyMillis()), found.in(), Locations.of(found.at()))
        : UNKNOWN;
  }

  boolean isBusyLongerThan(Duration limit) {
    return busy.compareTo(limit) > 0;
  }

  StudentFailure.DidNotReturn didNotReturn(String call, Duration waited) {
    return new StudentFailure.DidNotReturn(call, waited, in, at);
  }
}
