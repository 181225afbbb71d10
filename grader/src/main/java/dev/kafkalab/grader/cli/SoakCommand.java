package dev.kafkalab.grader.cli;

import dev.kafkalab.grader.engine.BrokerChoice;
import dev.kafkalab.grader.engine.GradingRequest;
import dev.kafkalab.grader.selfcheck.Load;
import dev.kafkalab.grader.selfcheck.Plan;
import dev.kafkalab.grader.selfcheck.Selfcheck;
import dev.kafkalab.grader.selfcheck.Soak;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Grades known submissions again and again while others compete for the machine. */
@Command(
    name = "soak",
    header = "Grades them again and again, while others compete for the machine.",
    description =
        "Grades known submissions again and again, each time with a new seed, while "
            + "busy loops, a process that makes garbage and one that writes to the disk "
            + "compete for the machine. Shows each verdict that was ever wrong. Of five "
            + "gradings one is of a bad submission.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:no verdict was ever wrong",
      "1:some were",
      "2:the command line makes no sense",
      "4:the grader itself failed"
    })
final class SoakCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--runs",
      paramLabel = "N",
      description = "how many gradings (default: ${DEFAULT-VALUE})",
      defaultValue = "20")
  private int runs;

  @Option(
      names = "--load",
      paramLabel = "L",
      description =
          "how many busy loops; 0 for none, and for no other load (default: ${DEFAULT-VALUE})",
      defaultValue = "4")
  private int load;

  @Option(names = "--seed", paramLabel = "S", description = "draw the same gradings once more")
  private @Nullable Long seed;

  @Option(
      names = "--only",
      paramLabel = "ID",
      split = ",",
      description = "draw from these only, such as good")
  private Set<String> only = new LinkedHashSet<>();

  @Option(
      names = "--broker",
      paramLabel = "auto|embedded|container|HOST:PORT",
      description = "where Kafka runs (default: embedded)",
      converter = BrokerConverter.class)
  private BrokerChoice broker = BrokerChoice.EMBEDDED;

  @Option(
      names = "--at-once",
      paramLabel = "N",
      description = "how many to grade at a time (default: ${DEFAULT-VALUE})",
      defaultValue = "1")
  private int atOnce;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "also write it as JSON, from the first grading on")
  private @Nullable Path json;

  @Override
  public Integer call() throws IOException {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    long drawn = seed == null ? GradingRequest.newSeed() : seed;
    Plan plan = draw(drawn, command);
    Selfcheck selfcheck = new Selfcheck(ZooFolder.of(command).reference(), broker, atOnce, load);
    CheckProgress progress = new CheckProgress(command.getErr(), plan.trials().size(), json);
    Load competing = Load.start(load);
    try {
      return Certificates.show(selfcheck.run(plan, progress::tick), command, json);
    } finally {
      competing.close();
    }
  }

  private Plan draw(long drawn, CommandLine command) throws IOException {
    try {
      return Soak.draw(ZooFolder.of(command).choose(only), runs, drawn);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command, e.getMessage() + ".", e);
    }
  }
}
