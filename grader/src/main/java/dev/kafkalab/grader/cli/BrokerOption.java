package dev.kafkalab.grader.cli;

import dev.kafkalab.grader.resources.BrokerChoice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/**
 * Says where Kafka runs: embedded by default, for commands whose figures must be the same
 * everywhere.
 */
final class BrokerOption {

  @Option(
      names = "--broker",
      paramLabel = "auto|embedded|container|HOST:PORT",
      description = "where Kafka runs (default: embedded)",
      converter = BrokerOption.Converter.class)
  private BrokerChoice choice = BrokerChoice.EMBEDDED;

  BrokerChoice choice() {
    return choice;
  }

  /**
   * Returns what was given, otherwise what the environment says.
   *
   * @throws ParameterException if the environment says something invalid
   */
  static BrokerChoice orOfSurroundings(CommandLine command, @Nullable BrokerChoice given) {
    try {
      return given == null ? BrokerChoice.ofSurroundings() : given;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command, e.getMessage(), e);
    }
  }

  /** Reads its value. */
  static final class Converter implements ITypeConverter<BrokerChoice> {

    @Override
    public BrokerChoice convert(String value) {
      try {
        return BrokerChoice.parse(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
