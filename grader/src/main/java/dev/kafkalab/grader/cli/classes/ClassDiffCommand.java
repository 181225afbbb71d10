package dev.kafkalab.grader.cli.classes;

import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.book.ClassDiff;
import dev.kafkalab.grader.classrun.book.RunProblem;
import dev.kafkalab.grader.classrun.book.StudentChange;
import dev.kafkalab.grader.cli.classes.shared.ClassFiles;
import dev.kafkalab.grader.cli.process.Complaint;
import dev.kafkalab.grader.cli.process.ExitCode;
import dev.kafkalab.grader.feedback.DeadText;
import dev.kafkalab.grader.report.Style;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what is different in another run of a class. */
@Command(
    name = "diff",
    header = "Shows whose points are different in another run, and why.",
    description =
        "Compares two runs of one class, criterion by criterion, and says what explains each "
            + "difference: another submission, another revision of the grader, another seed, points "
            + "by hand, or lateness.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:nothing is different, or all of it is explained",
      "1:the same submission was judged differently, and nothing explains it",
      "2:invalid command line, or a folder has no run"
    })
final class ClassDiffCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "RUN", description = "the folder of the earlier run")
  private Path before = Path.of(".");

  @Parameters(index = "1", paramLabel = "RUN", description = "the folder of the later run")
  private Path after = Path.of(".");

  @Override
  public Integer call() throws IOException {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    try {
      ClassBook old = ClassFiles.read(before);
      ClassBook now = ClassFiles.read(after);
      List<StudentChange> changes = ClassDiff.between(old, now);
      Style style = Ansi.AUTO.enabled() ? Style.COLOURED : Style.PLAIN;
      command.getOut().print(ClassDiffTable.of(changes, now.rows().size(), style));
      command.getOut().flush();
      boolean isExplained = changes.stream().noneMatch(StudentChange::isUnexplained);
      return (isExplained ? ExitCode.GRADED : ExitCode.BELOW).number();
    } catch (RunProblem e) {
      throw new Complaint(command, DeadText.of(e.sentence()));
    }
  }
}
