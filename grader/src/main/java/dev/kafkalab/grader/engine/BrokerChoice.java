package dev.kafkalab.grader.engine;

import dev.kafkalab.grader.broker.EmbeddedBroker;
import dev.kafkalab.grader.broker.TestBroker;
import java.nio.file.Path;

/** Which Kafka a grading is to use. */
public enum BrokerChoice {
  /** Whatever is there; for now that is always the embedded one. */
  AUTO,
  /** The one in the grader's own JVM. */
  EMBEDDED;

  TestBroker start(Path folder) {
    return switch (this) {
      case AUTO, EMBEDDED -> EmbeddedBroker.start(folder);
    };
  }
}
