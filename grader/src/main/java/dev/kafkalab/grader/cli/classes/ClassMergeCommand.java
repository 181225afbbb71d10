package dev.kafkalab.grader.cli.classes;

import dev.kafkalab.grader.classrun.RunMerge;
import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.book.RunProblem;
import dev.kafkalab.grader.classrun.export.CsvForm;
import dev.kafkalab.grader.cli.classes.shared.ClassFiles;
import dev.kafkalab.grader.cli.process.Complaint;
import dev.kafkalab.grader.cli.process.ExitCode;
import dev.kafkalab.grader.feedback.DeadText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts the parts of a class together. */
@Command(
    name = "merge",
    header = "Puts parts of a class that were graded apart together to one run.",
    description =
        "Each RUN was made by 'class grade --slice N/OF' with the same seed. The new run can be "
            + "shown, exported and gone on with like any other.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:the new run is there",
      "2:invalid command line, or the runs do not fit together",
      "4:the grader itself failed"
    })
final class ClassMergeCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "RUN", arity = "1..*", description = "the folders of the parts")
  private List<Path> runs = new ArrayList<>();

  @Option(
      names = "--into",
      paramLabel = "RUN",
      required = true,
      description = "the folder of the new run")
  private Path into = Path.of(".");

  @Override
  public Integer call() throws IOException {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    try {
      List<ClassBook> parts = new ArrayList<>();
      for (Path run : runs) {
        parts.add(ClassFiles.read(run));
      }
      RunMerge.of(parts, into);
      ClassBook whole = ClassFiles.write(into, CsvForm.USUAL);
      command
          .getOut()
          .printf(
              Locale.ROOT,
              "%d students of %d runs are in %s.%n",
              whole.rows().size(),
              parts.size(),
              into);
      command.getOut().flush();
      return ExitCode.GRADED.number();
    } catch (RunProblem e) {
      throw new Complaint(command, DeadText.of(e.sentence()));
    }
  }
}
