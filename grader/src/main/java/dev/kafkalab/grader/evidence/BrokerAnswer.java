package dev.kafkalab.grader.evidence;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.common.KafkaException;

/**
 * Waits for what the broker answers to the grader's own clients; they bound each wait themselves.
 */
final class BrokerAnswer {

  private BrokerAnswer() {}

  /**
   * Returns the answer.
   *
   * @throws KafkaException what the broker or the client said instead
   */
  static <T> T of(Future<T> answer) {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted", e);
    }
  }
}
