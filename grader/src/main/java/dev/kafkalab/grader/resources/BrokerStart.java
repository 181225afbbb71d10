package dev.kafkalab.grader.resources;

import dev.kafkalab.grader.broker.BrokerStartFailed;
import dev.kafkalab.grader.broker.ContainerBroker;
import dev.kafkalab.grader.broker.EmbeddedBroker;
import dev.kafkalab.grader.broker.ExternalBroker;
import dev.kafkalab.grader.broker.TestBroker;
import dev.kafkalab.grader.feedback.FullStop;
import java.nio.file.Path;

/**
 * Starts the chosen Kafka.
 *
 * @param broker a broker that accepts requests
 * @param remark what the user should know, in one line; empty if there is nothing to say
 */
public record BrokerStart(TestBroker broker, String remark) {

  /**
   * Starts it; on return it accepts requests.
   *
   * @param folder where an embedded one stores its data
   * @throws BrokerStartFailed if it cannot be started
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
          "Docker is not responding, so Kafka ran in the grader's own process. The verdicts are the same.");
    }
    try {
      return new BrokerStart(ContainerBroker.start(image), "");
    } catch (BrokerStartFailed e) {
      return new BrokerStart(
          EmbeddedBroker.start(folder),
          FullStop.after(String.valueOf(e.getMessage()))
              + " Kafka therefore ran in the grader's own process. The verdicts are the same.");
    }
  }
}
