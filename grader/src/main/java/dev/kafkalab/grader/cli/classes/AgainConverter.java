package dev.kafkalab.grader.cli.classes;

import dev.kafkalab.grader.classrun.Again;
import picocli.CommandLine.ITypeConverter;

/** Reads the value of {@code --again}. */
final class AgainConverter implements ITypeConverter<Again> {

  @Override
  public Again convert(String value) {
    return Again.parse(value);
  }
}
