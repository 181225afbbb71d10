package dev.kafkalab.grader.cli.process;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Says in one sentence what is wrong with a command line that was understood: no usage is shown.
 */
public final class Complaint extends ParameterException {

  private static final long serialVersionUID = 1;

  /** Complains about a value of this command's. */
  public Complaint(CommandLine command, String message) {
    super(command, message);
  }
}
