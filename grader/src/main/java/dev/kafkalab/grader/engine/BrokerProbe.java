package dev.kafkalab.grader.engine;

import dev.kafkalab.grader.broker.BrokerStartFailed;
import dev.kafkalab.grader.resources.BrokerChoice;
import dev.kafkalab.grader.resources.BrokerStart;
import dev.kafkalab.grader.resources.WorkFolder;
import java.util.Optional;

/** Asks once for the Kafka that hundreds of gradings are about to need. */
public final class BrokerProbe {

  private BrokerProbe() {}

  /**
   * Returns why the chosen Kafka does not come to be; empty where it does, or where an embedded one
   * would do as well. A container that this starts is kept for the gradings.
   */
  public static Optional<String> whyNone(BrokerChoice choice) {
    return switch (choice.mode()) {
      case AUTO, EMBEDDED -> Optional.empty();
      case CONTAINER, EXTERNAL -> ask(choice);
    };
  }

  private static Optional<String> ask(BrokerChoice choice) {
    OneLocale.use();
    WorkFolder unused = new WorkFolder();
    try {
      BrokerStart.of(choice, unused.path()).broker().close();
      return Optional.empty();
    } catch (BrokerStartFailed e) {
      return Optional.of(String.valueOf(e.getMessage()));
    } finally {
      unused.delete();
    }
  }
}
