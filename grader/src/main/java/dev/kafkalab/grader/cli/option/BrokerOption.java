package dev.kafkalab.grader.cli.option;

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
public final class BrokerOption {

  @Option(
      names = "--broker",
      paramLabel = "auto|embedded|container|HOST:PORT",
      description = "where Kafka runs (default: embedded)",
      converter = BrokerOption.Converter.class)
  private BrokerChoice choice = BrokerChoice.EMBEDDED;

  public BrokerChoice choice() {
    return choice;
  }

  /** Says where Kafka runs: otherwise where the environment says, for one's own submission. */
  public static final class OrSurroundings {

    @Option(
        names = "--broker",
        paramLabel = "auto|embedded|container|HOST:PORT",
        description =
            "where Kafka runs (default: auto, which means in a container if Docker is available, "
                + "otherwise in the grader itself)",
        converter = BrokerOption.Converter.class)
    private @Nullable BrokerChoice choice;

    /**
     * Returns what was given, otherwise what the environment says.
     *
     * @throws ParameterException if the environment says something invalid
     */
    public BrokerChoice choice(CommandLine command) {
      try {
        return choice == null ? BrokerChoice.ofSurroundings() : choice;
      } catch (IllegalArgumentException e) {
        throw new ParameterException(command, e.getMessage(), e);
      }
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
