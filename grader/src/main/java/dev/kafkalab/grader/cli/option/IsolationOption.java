package dev.kafkalab.grader.cli.option;

import dev.kafkalab.grader.resources.IsolationChoice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** Says what keeps the student's code apart: otherwise what the environment says. */
public final class IsolationOption {

  @Option(
      names = "--isolation",
      paramLabel = "auto|process|sandbox|container",
      description =
          "what keeps the submission's code apart from the machine (default: auto, which means in a "
              + "sandbox if bubblewrap works here, otherwise in processes of their own)",
      converter = Converter.class)
  private @Nullable IsolationChoice choice;

  /**
   * Returns what was given, otherwise what the environment says.
   *
   * @throws ParameterException if the environment says something invalid
   */
  public IsolationChoice choice(CommandLine command) {
    return choice(command, IsolationChoice.AUTO);
  }

  /**
   * Returns what was given, else what the environment says, else this.
   *
   * @throws ParameterException if the environment says something invalid
   */
  public IsolationChoice choice(CommandLine command, IsolationChoice otherwise) {
    try {
      return choice == null ? IsolationChoice.ofSurroundings(otherwise) : choice;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command, e.getMessage(), e);
    }
  }

  /** Reads its value. */
  static final class Converter implements ITypeConverter<IsolationChoice> {

    @Override
    public IsolationChoice convert(String value) {
      try {
        return IsolationChoice.parse(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
