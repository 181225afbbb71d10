package dev.kafkalab.grader.cli;

import dev.kafkalab.grader.cli.file.NamedPaths;
import dev.kafkalab.grader.cli.file.ZooFolder;
import dev.kafkalab.grader.cli.option.BrokerOption;
import dev.kafkalab.grader.cli.option.IsolationOption;
import dev.kafkalab.grader.cli.process.ExitCode;
import dev.kafkalab.grader.engine.BrokerProbe;
import dev.kafkalab.grader.engine.GradingRequest;
import dev.kafkalab.grader.feedback.FullStop;
import dev.kafkalab.grader.resources.BrokerChoice;
import dev.kafkalab.grader.resources.IsolationChoice;
import dev.kafkalab.grader.selfcheck.Plan;
import dev.kafkalab.grader.selfcheck.Selfcheck;
import dev.kafkalab.grader.zoo.KnownSubmission;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says which known submissions to grade and where: the options of all commands that do so. */
final class ZooOptions {

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "also write the results as JSON, updated after each grading")
  private @Nullable Path json;

  @Option(
      names = "--only",
      paramLabel = "ID",
      split = ",",
      description = "grade only these, such as bad/no-shutdown-hook, or a whole kind, such as good")
  private Set<String> only = new LinkedHashSet<>();

  @Mixin private BrokerOption broker = new BrokerOption();

  @Mixin private IsolationOption isolation = new IsolationOption();

  @Option(names = "--seed", paramLabel = "N", description = "use the same seeds as an earlier run")
  private @Nullable Long seed;

  BrokerChoice broker() {
    return broker.choice();
  }

  IsolationChoice isolation(CommandLine command) {
    return isolation.choice(command);
  }

  /** Returns the seed that was given, or a new one. */
  long seed() {
    return seed == null ? GradingRequest.newSeed() : seed;
  }

  /** Returns what to grade, after checking that the results can be written. */
  List<KnownSubmission> choose(CommandLine command) throws IOException {
    new NamedPaths(command).checkReports(json == null ? List.of() : List.of(json));
    return ZooFolder.of(command).choose(only);
  }

  /**
   * Returns the command that repeats the run.
   *
   * @param command its name and the options that only it has
   * @param isolated what was asked for
   * @param drawn the seed
   */
  String again(String command, IsolationChoice isolated, long drawn) {
    return command
        + (isolated == IsolationChoice.AUTO ? "" : " --isolation " + isolated.word())
        + (only.isEmpty() ? "" : " --only " + String.join(",", only))
        + (broker().equals(BrokerChoice.EMBEDDED) ? "" : " --broker " + broker().word())
        + " --seed "
        + drawn;
  }

  /** Grades them, with progress, shows the results, and returns the exit code. */
  int run(Selfcheck selfcheck, Plan plan, CommandLine command) {
    Optional<String> none = BrokerProbe.whyNone(broker());
    if (none.isPresent()) {
      return noBroker(none.get(), command.getErr());
    }
    CheckProgress progress = new CheckProgress(command.getErr(), plan.trials().size(), json);
    return Certificates.show(selfcheck.run(plan, progress::tick), command, json);
  }

  /** Reported once: without Kafka no verdict would count. */
  private static int noBroker(String why, PrintWriter out) {
    out.println(FullStop.after("There is no Kafka to judge with: " + why));
    out.println("Fix that, or omit --broker: the embedded Kafka needs nothing.");
    out.flush();
    return ExitCode.INFRASTRUCTURE.number();
  }
}
