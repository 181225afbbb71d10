package dev.kafkalab.grader.cli.classes;

import dev.kafkalab.grader.cli.classes.shared.ClassReading;
import dev.kafkalab.grader.cli.classes.shared.ClassSourceCheck;
import dev.kafkalab.grader.cli.file.NamedPaths;
import dev.kafkalab.grader.cli.process.ExitCode;
import dev.kafkalab.grader.folder.WholeFile;
import dev.kafkalab.grader.handin.HandedIn;
import dev.kafkalab.grader.report.Style;
import dev.kafkalab.grader.resources.WorkFolder;
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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what a class handed in, and what of it cannot be graded. */
@Command(
    name = "check",
    header = "Shows who handed in what, what was mended, and what cannot be graded.",
    description =
        "Reads the submissions of a class and runs none of them. SOURCE is a folder of folders, a "
            + "zip or tar.gz file, or a download of Moodle, Canvas, Blackboard, Brightspace, ILIAS "
            + "or Gradescope. Changes nothing in it.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:all submissions can be graded",
      "2:invalid command line, or SOURCE cannot be opened",
      "3:a submission cannot be graded, or whose it is remains a question",
      "4:the grader itself failed"
    })
final class ClassCheckCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "SOURCE", description = "the folder or archive of all submissions")
  private Path source = Path.of(".");

  @Option(
      names = "--roster",
      paramLabel = "FILE",
      description =
          "the class as CSV: id, name, email, login, group, due, note, or a platform's own export")
  private @Nullable Path roster;

  @Option(names = "--strict", description = "mend nothing: refuse what would have to be mended")
  private boolean isStrict;

  @Option(names = "--json", paramLabel = "FILE", description = "also write the table as JSON")
  private @Nullable Path json;

  @Override
  public Integer call() throws IOException {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    NamedPaths named = new NamedPaths(command);
    ClassSourceCheck.check(source, null, command);
    if (json != null) {
      named.checkReports(List.of(json));
    }
    Style style = Ansi.AUTO.enabled() ? Style.COLOURED : Style.PLAIN;
    HandedIn handedIn = check(command, style);
    command.getOut().print(ClassCheckTable.of(handedIn, roster != null, style));
    command.getOut().flush();
    if (json != null) {
      WholeFile.write(json, ClassCheckJson.of(handedIn, roster != null, isStrict));
    }
    boolean isFine = handedIn.refused() == 0 && handedIn.asked() == 0;
    return (isFine ? ExitCode.GRADED : ExitCode.NOT_GRADABLE).number();
  }

  private HandedIn check(CommandLine command, Style style) throws IOException {
    WorkFolder work = new WorkFolder();
    Runtime.getRuntime().addShutdownHook(new Thread(work::delete, "remove-copies"));
    try (ClassCheckProgress progress = new ClassCheckProgress(command.getErr(), style)) {
      return new ClassReading(source, roster, isStrict, command).into(work.path(), progress);
    } finally {
      work.delete();
    }
  }
}
