package dev.kafkalab.grader.cli.classes;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Names the commands for a whole class. */
@Command(
    name = "class",
    header = "Looks at the submissions of a whole class, grades them, and exports their points.",
    description = "Reads what a learning platform hands out, as it is downloaded.",
    mixinStandardHelpOptions = true,
    subcommands = {
      ClassCheckCommand.class,
      ClassGradeCommand.class,
      ClassShowCommand.class,
      ClassSimilarCommand.class,
      ClassExportCommand.class,
      ClassDiffCommand.class,
      ClassMergeCommand.class
    })
public final class ClassCommand implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  /** Shows the usage if no command was named. */
  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(
          spec.commandLine(), "Name a command, such as: lab class check submissions.zip");
    }
  }
}
