package dev.kafkalab.grader.cli;

import dev.kafkalab.grader.resources.BrokerChoice;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the value of {@code --broker}. */
final class BrokerConverter implements ITypeConverter<BrokerChoice> {

  @Override
  public BrokerChoice convert(String value) {
    try {
      return BrokerChoice.parse(value);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
