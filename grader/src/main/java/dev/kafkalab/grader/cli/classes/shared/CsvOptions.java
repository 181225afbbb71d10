package dev.kafkalab.grader.cli.classes.shared;

import dev.kafkalab.grader.classrun.export.CsvForm;
import dev.kafkalab.grader.cli.process.Complaint;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** How a run's table is written for the spreadsheet that is to open it. */
public final class CsvOptions {

  @Option(
      names = "--separator",
      paramLabel = "SIGN",
      description = "between the cells of the run's table: ',' ';' or 'tab' (default: ',')")
  private String separator = ",";

  @Option(
      names = "--decimal",
      paramLabel = "SIGN",
      description = "in the numbers of the run's table: '.' or ',' (default: '.')")
  private String decimal = ".";

  /** Returns the form, or complains. */
  public CsvForm form(CommandLine command) {
    boolean isDecimal = decimal.equals(".") || decimal.equals(",");
    String between = separator.equals("tab") ? "\t" : separator;
    if (!isDecimal || !List.of(",", ";", "\t").contains(between)) {
      throw new Complaint(
          command, "--separator must be ',' ';' or 'tab', and --decimal must be '.' or ','.");
    }
    return new CsvForm(between.charAt(0), decimal.charAt(0));
  }
}
