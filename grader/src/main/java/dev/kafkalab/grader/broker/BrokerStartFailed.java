package dev.kafkalab.grader.broker;

import org.jspecify.annotations.Nullable;

/** Says that no Kafka could be started: never the student's fault. */
public final class BrokerStartFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BrokerStartFailed(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  static BrokerStartFailed becauseOfTheEnd() {
    return new BrokerStartFailed("The grader was interrupted", null);
  }
}
