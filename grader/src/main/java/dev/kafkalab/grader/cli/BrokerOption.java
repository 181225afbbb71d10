package dev.kafkalab.grader.cli;

import dev.kafkalab.grader.resources.BrokerChoice;
import picocli.CommandLine.Option;

/**
 * Says where Kafka runs: embedded by default, for commands whose figures must be the same
 * everywhere.
 */
final class BrokerOption {

  @Option(
      names = "--broker",
      paramLabel = "auto|embedded|container|HOST:PORT",
      description = "where Kafka runs (default: embedded)",
      converter = BrokerConverter.class)
  private BrokerChoice choice = BrokerChoice.EMBEDDED;

  BrokerChoice choice() {
    return choice;
  }
}
