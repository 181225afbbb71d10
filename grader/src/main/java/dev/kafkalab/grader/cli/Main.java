package dev.kafkalab.grader.cli;

import dev.kafkalab.grader.cli.byhand.BrokerCommand;
import dev.kafkalab.grader.cli.byhand.ConsoleCommand;
import dev.kafkalab.grader.cli.byhand.KafkaCommand;
import dev.kafkalab.grader.cli.byhand.RunCommand;
import dev.kafkalab.grader.cli.classes.ClassCommand;
import dev.kafkalab.grader.cli.process.Build;
import dev.kafkalab.grader.cli.process.Complaint;
import dev.kafkalab.grader.cli.process.ExitCode;
import dev.kafkalab.grader.cli.process.Launcher;
import java.io.PrintStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Grades submissions of the Kafka lab. */
@Command(
    name = "lab",
    description = "Grades submissions of the Kafka lab by running them against a real Kafka.",
    mixinStandardHelpOptions = true,
    version = "Kafka Lab Grader 1.0",
    subcommands = {
      GradeCommand.class,
      ClassCommand.class,
      WatchCommand.class,
      CompareCommand.class,
      RubricCommand.class,
      RulesCommand.class,
      BrokerCommand.class,
      ConsoleCommand.class,
      RunCommand.class,
      KafkaCommand.class,
      DoctorCommand.class,
      HandoutCommand.class,
      SelfcheckCommand.class,
      SoakCommand.class,
      MutateCommand.class,
      ValidityCommand.class
    })
public final class Main implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    Launcher.watch();
    System.exit(Launcher.translate(run(args)));
  }

  /** Returns the exit code: whatever is thrown anywhere, it is never that of a grade. */
  static int run(String... args) {
    try {
      Build.hold();
      return checked(execute(args));
    } catch (Throwable failure) {
      return fail(System.err, failure);
    }
  }

  private static int execute(String... args) {
    CommandLine line = new CommandLine(new Main());
    // What follows is the tool's, whatever it looks like.
    Objects.requireNonNull(line.getSubcommands().get(KafkaCommand.NAME)).setStopAtPositional(true);
    IParameterExceptionHandler explaining = line.getParameterExceptionHandler();
    return line.setParameterExceptionHandler(
            (wrong, all) ->
                wrong instanceof Complaint
                    ? complain(wrong)
                    : explaining.handleParseException(wrong, all))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((failure, command, parsed) -> fail(System.err, failure))
        .execute(args);
  }

  private static int complain(ParameterException wrong) {
    wrong.getCommandLine().getErr().println(wrong.getMessage());
    return ExitCode.USAGE.number();
  }

  private static int fail(PrintStream err, Throwable failure) {
    try {
      err.println("The grader itself failed, and no score counts: " + failure);
    } catch (Error e) {
      return ExitCode.INFRASTRUCTURE.number(); // there is no memory for a message
    }
    return ExitCode.INFRASTRUCTURE.number();
  }

  /** A grade that could not be shown does not count; System.out only sets a flag when it fails. */
  private static int checked(int exitCode) {
    if (System.out.checkError() && exitCode != ExitCode.USAGE.number()) {
      System.err.println("The output could not be written to standard output.");
      return ExitCode.INFRASTRUCTURE.number();
    }
    return exitCode;
  }

  /** Shows the usage if no command was named. */
  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(
          spec.commandLine(), "Name a command, such as: lab grade student-template");
    }
  }
}
