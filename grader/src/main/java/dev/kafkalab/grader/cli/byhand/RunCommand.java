package dev.kafkalab.grader.cli.byhand;

import dev.kafkalab.grader.cli.file.NamedPaths;
import dev.kafkalab.grader.cli.process.ExitCode;
import dev.kafkalab.grader.cli.process.Repository;
import dev.kafkalab.grader.doctor.BrokerAddress;
import dev.kafkalab.grader.engine.HandsOnProgram;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.FeedbackText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs one of a submission's two programs by hand, without an IDE. */
@Command(
    name = "run",
    header = "Compiles your code and runs ProducerApp or ConsumerApp, without an IDE.",
    description =
        "Compiles your code and runs ProducerApp or ConsumerApp against a Kafka that is already "
            + "running, such as that of 'lab console'. Ctrl+C reaches the program.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "2:invalid command line",
      "3:the code does not compile",
      "4:Kafka cannot be reached",
      "else:that of the program"
    })
public final class RunCommand implements Callable<Integer> {

  /** One of the lab's programs. */
  enum Program {
    /** The one that sends events. */
    PRODUCER("dev.kafkalab.lab.ProducerApp"),
    /** The one that reads them. */
    CONSUMER("dev.kafkalab.lab.ConsumerApp");

    private final String mainClass;

    Program(String mainClass) {
      this.mainClass = mainClass;
    }
  }

  @Spec private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "producer|consumer", description = "the program")
  private Program program = Program.PRODUCER;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "ARG",
      description =
          "what the program is given: the broker's address (default: localhost:9092), then, for "
              + "the consumer, the group")
  private List<String> arguments = new ArrayList<>();

  @Option(
      names = "--in",
      paramLabel = "DIR",
      description =
          "the submission's folder (default: this folder if it has src/main/java, otherwise the "
              + "repository's student-template)")
  private @Nullable Path folder;

  @Override
  public Integer call() throws IOException, InterruptedException {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    Path submission = folder();
    new NamedPaths(command).checkFolder(submission);
    PrintWriter err = command.getErr();
    try (HandsOnProgram compiled = HandsOnProgram.of(submission, program.mainClass)) {
      List<Feedback> problems = compiled.problems();
      if (!problems.isEmpty()) {
        problems.forEach(problem -> FeedbackText.lines(problem).forEach(err::println));
        return ExitCode.NOT_GRADABLE.number();
      }
      BrokerAddress broker =
          arguments.isEmpty() ? BrokerAddress.USUAL : new BrokerAddress(arguments.get(0));
      Optional<String> complaint = broker.complaint();
      if (complaint.isPresent()) {
        err.println(complaint.get());
        return ExitCode.INFRASTRUCTURE.number();
      }
      return Foreground.run(
          List.of("-cp", compiled.classPath()), program.mainClass, arguments, compiled::close);
    }
  }

  private Path folder() {
    if (folder != null) {
      return folder;
    }
    Path here = Path.of("");
    return Files.isDirectory(here.resolve("src/main/java"))
        ? Path.of(".")
        : Repository.root().resolve("student-template");
  }
}
