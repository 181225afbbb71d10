package dev.kafkalab.grader.console;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.TimeoutException;

/** Waits for what Kafka replies; its clients bound each wait themselves. */
final class Reply {

  private Reply() {}

  /**
   * Returns the reply.
   *
   * @throws KafkaException what Kafka or its client said instead
   */
  static <T> T of(Future<T> asked) {
    try {
      return asked.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted", e);
    }
  }

  /**
   * Returns the reply; empty if what was asked about is not there any more.
   *
   * @throws KafkaException if Kafka did not reply
   */
  static <T> Optional<T> ifThere(Future<T> asked) {
    try {
      return Optional.of(of(asked));
    } catch (TimeoutException e) {
      throw e;
    } catch (ApiException e) {
      return Optional.empty();
    }
  }
}
