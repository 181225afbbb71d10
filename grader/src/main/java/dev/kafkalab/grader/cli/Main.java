package dev.kafkalab.grader.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Grades submissions of the Kafka lab. */
@Command(
    name = "lab",
    description = "Grades submissions of the Kafka lab by running them against a real Kafka.",
    mixinStandardHelpOptions = true,
    version = "Kafka Lab Grader 1.0",
    subcommands = {
      GradeCommand.class,
      CompareCommand.class,
      RubricCommand.class,
      BrokerCommand.class,
      SelfcheckCommand.class,
      SoakCommand.class,
      ValidityCommand.class
    })
public final class Main implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  static int run(String... args) {
    return new CommandLine(new Main())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              command.getErr().println("The grader itself failed, and no score counts: " + failure);
              return ExitCode.INFRASTRUCTURE.number();
            })
        .execute(args);
  }

  /** Explains itself where no command was named. */
  @Override
  public void run() {
    if (spec != null) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "Name a command, such as: lab grade student-template");
    }
  }
}
