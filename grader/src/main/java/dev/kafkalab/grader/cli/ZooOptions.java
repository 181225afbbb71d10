package dev.kafkalab.grader.cli;

import dev.kafkalab.grader.engine.BrokerProbe;
import dev.kafkalab.grader.engine.GradingRequest;
import dev.kafkalab.grader.resources.BrokerChoice;
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

/** Says which known submissions to grade, and where: the options of all commands that do so. */
final class ZooOptions {

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "also write it as JSON, from the first grading on")
  private @Nullable Path json;

  @Option(
      names = "--only",
      paramLabel = "ID",
      split = ",",
      description = "grade only these, such as bad/no-shutdown-hook, or a kind: good")
  private Set<String> only = new LinkedHashSet<>();

  @Mixin private BrokerOption broker = new BrokerOption();

  @Option(names = "--seed", paramLabel = "N", description = "draw the same seeds once more")
  private @Nullable Long seed;

  BrokerChoice broker() {
    return broker.choice();
  }

  /** Returns the seed that was given, or a new one. */
  long seed() {
    return seed == null ? GradingRequest.newSeed() : seed;
  }

  /** Returns what to grade, once it is sure that the outcome can be written. */
  List<KnownSubmission> choose(CommandLine command) throws IOException {
    new NamedPaths(command).checkReports(json == null ? List.of() : List.of(json));
    return ZooFolder.of(command).choose(only);
  }

  /**
   * Returns the command that does the same once more.
   *
   * @param command its name and the options that are only its own
   */
  String again(String command, long drawn) {
    return command
        + (only.isEmpty() ? "" : " --only " + String.join(",", only))
        + (broker().equals(BrokerChoice.EMBEDDED) ? "" : " --broker " + broker().word())
        + " --seed "
        + drawn;
  }

  /** Grades them, with progress, and shows what came of it; returns the exit code. */
  int run(Selfcheck selfcheck, Plan plan, CommandLine command) {
    Optional<String> none = BrokerProbe.whyNone(broker());
    if (none.isPresent()) {
      return noBroker(none.get(), command.getErr());
    }
    CheckProgress progress = new CheckProgress(command.getErr(), plan.trials().size(), json);
    return Certificates.show(selfcheck.run(plan, progress::tick), command, json);
  }

  /** Said once: no verdict of theirs would be one. */
  private static int noBroker(String why, PrintWriter out) {
    out.println("There is no Kafka to judge with: %s.".formatted(why));
    out.println("Mend that, or leave out --broker: the embedded one needs nothing.");
    out.flush();
    return ExitCode.INFRASTRUCTURE.number();
  }
}
