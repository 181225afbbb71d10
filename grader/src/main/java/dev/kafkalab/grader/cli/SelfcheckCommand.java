package dev.kafkalab.grader.cli;

import dev.kafkalab.grader.engine.BrokerChoice;
import dev.kafkalab.grader.engine.GradingRequest;
import dev.kafkalab.grader.selfcheck.Plan;
import dev.kafkalab.grader.selfcheck.Selfcheck;
import dev.kafkalab.grader.zoo.KnownSubmission;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Grades the known submissions and shows which verdicts are wrong. */
@Command(
    name = "selfcheck",
    header = "Grades submissions whose verdicts are known, and counts wrong ones.",
    description =
        "Grades submissions whose verdicts are known (grader/zoo) and prints how often "
            + "each criterion was right. Whoever changes a criterion learns here what that "
            + "does.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:all verdicts are right",
      "1:some are wrong",
      "2:the command line makes no sense",
      "4:the grader itself failed"
    })
final class SelfcheckCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--json", paramLabel = "FILE", description = "also write it as JSON")
  private @Nullable Path json;

  @Option(
      names = "--only",
      paramLabel = "ID",
      split = ",",
      description = "grade only these, such as bad/no-shutdown-hook, or a kind: good")
  private Set<String> only = new LinkedHashSet<>();

  @Option(
      names = "--broker",
      paramLabel = "auto|embedded|container|HOST:PORT",
      description = "where Kafka runs (default: embedded)",
      converter = BrokerConverter.class)
  private BrokerChoice broker = BrokerChoice.EMBEDDED;

  @Option(
      names = "--whole",
      description = "judge each by all criteria that can see what is special about it: takes long")
  private boolean whole;

  @Option(names = "--seed", paramLabel = "N", description = "replay the seeds of another selfcheck")
  private @Nullable Long seed;

  @Option(
      names = "--at-once",
      paramLabel = "N",
      description = "how many to grade at a time (default: one more than there are cores)")
  private int atOnce = Runtime.getRuntime().availableProcessors() + 1;

  @Override
  public Integer call() throws IOException {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    List<KnownSubmission> chosen = ZooFolder.of(command).choose(only);
    long drawn = seed == null ? GradingRequest.newSeed() : seed;
    Plan plan = Plan.selfcheck(chosen, whole, drawn);
    Selfcheck selfcheck = new Selfcheck(ZooFolder.of(command).reference(), broker, atOnce, 0);
    CheckProgress progress = new CheckProgress(command.getErr(), plan.trials().size(), json);
    return Certificates.show(selfcheck.run(plan, progress::tick), command, json);
  }
}
