package dev.kafkalab.grader.resources;

import dev.kafkalab.grader.broker.BrokerStartFailed;
import dev.kafkalab.grader.broker.ContainerBroker;
import dev.kafkalab.grader.broker.EmbeddedBroker;
import dev.kafkalab.grader.broker.ExternalBroker;
import dev.kafkalab.grader.broker.TestBroker;
import java.nio.file.Path;

/**
 * Starts the Kafka that was chosen.
 *
 * @param broker it takes requests
 * @param remark what whoever chose should know, in one line; empty where there is nothing to say
 */
public record BrokerStart(TestBroker broker, String remark) {

  /**
   * Starts it; on return it takes requests.
   *
   * @param folder where an embedded one stores its data
   * @throws BrokerStartFailed where it cannot be started
   */
  public static BrokerStart of(BrokerChoice choice, Path folder) {
    return switch (choice.mode()) {
      case EMBEDDED -> new BrokerStart(EmbeddedBroker.start(folder), "");
      case CONTAINER -> new BrokerStart(ContainerBroker.start(choice.detail()), "");
      case EXTERNAL -> new BrokerStart(ExternalBroker.find(choice.detail()), "");
      case AUTO -> whateverIsThere(choice.detail(), folder);
    };
  }

  private static BrokerStart whateverIsThere(String image, Path folder) {
    if (!ContainerBroker.isPossible()) {
      return new BrokerStart(
          EmbeddedBroker.start(folder),
          "Docker does not answer, so Kafka ran in the grader's own process. Verdicts are the same.");
    }
    try {
      return new BrokerStart(ContainerBroker.start(image), "");
    } catch (BrokerStartFailed e) {
      return new BrokerStart(
          EmbeddedBroker.start(folder),
          "%s. So Kafka ran in the grader's own process. Verdicts are the same."
              .formatted(e.getMessage()));
    }
  }
}
