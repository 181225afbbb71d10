package dev.kafkalab.grader.cli.classes;

import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.book.RunProblem;
import dev.kafkalab.grader.cli.classes.shared.ClassFiles;
import dev.kafkalab.grader.cli.classes.shared.CsvOptions;
import dev.kafkalab.grader.cli.process.Complaint;
import dev.kafkalab.grader.cli.process.ExitCode;
import dev.kafkalab.grader.feedback.DeadText;
import dev.kafkalab.grader.report.Style;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows how a class did, and writes its table and its page again. */
@Command(
    name = "show",
    header = "Shows how a class did, and writes its table and its page again.",
    description =
        "Reads the results in RUN with what was changed by hand (overrides.csv) and what lateness "
            + "costs (policy.json). Grades nothing. Writes class.csv and class.html.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:shown",
      "2:invalid command line, or there is no run in RUN",
      "4:the grader itself failed"
    })
final class ClassShowCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "RUN", description = "the folder that 'class grade' wrote")
  private Path run = Path.of(".");

  @Mixin private CsvOptions csv = new CsvOptions();

  @Override
  public Integer call() throws IOException {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    Style style = Ansi.AUTO.enabled() ? Style.COLOURED : Style.PLAIN;
    try {
      ClassBook book = ClassFiles.write(run, csv.form(command));
      command.getOut().print(ClassShowTable.of(book, ClassFiles.rubric(book), style));
      command.getOut().print(ClassShowTable.files(run));
      command.getOut().flush();
      return ExitCode.GRADED.number();
    } catch (RunProblem e) {
      throw new Complaint(command, DeadText.of(e.sentence()));
    }
  }
}
