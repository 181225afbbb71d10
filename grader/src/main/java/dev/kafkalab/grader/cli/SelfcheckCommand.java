package dev.kafkalab.grader.cli;

import dev.kafkalab.grader.cli.file.ZooFolder;
import dev.kafkalab.grader.resources.IsolationChoice;
import dev.kafkalab.grader.selfcheck.Circumstances;
import dev.kafkalab.grader.selfcheck.Plan;
import dev.kafkalab.grader.selfcheck.Selfcheck;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Grades the known submissions and shows which verdicts are wrong. */
@Command(
    name = "selfcheck",
    header = "Grades submissions whose verdicts are known, and counts the wrong verdicts.",
    description =
        "Grades submissions whose verdicts are known (grader/zoo) and prints how often "
            + "each criterion was right. Run it after changing a criterion.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:all verdicts are right",
      "1:some verdicts are wrong",
      "2:invalid command line",
      "4:the grader itself failed"
    })
final class SelfcheckCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Mixin private ZooOptions zoo = new ZooOptions();

  @Option(
      names = "--whole",
      description = "judge each by all criteria that its change can affect: takes long")
  private boolean whole;

  @Option(
      names = "--at-once",
      paramLabel = "N",
      description = "how many to grade at a time (default: number of cores + 1)")
  private int atOnce = Runtime.getRuntime().availableProcessors() + 1;

  @Override
  public Integer call() throws IOException {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    long seed = zoo.seed();
    IsolationChoice isolation = zoo.isolation(command);
    Plan plan = Plan.selfcheck(zoo.choose(command), whole, seed);
    String again =
        String.format(Locale.ROOT, "selfcheck%s --at-once %d", whole ? " --whole" : "", atOnce);
    Selfcheck selfcheck =
        new Selfcheck(
            ZooFolder.of(command).reference(),
            zoo.broker(),
            isolation,
            atOnce,
            Circumstances.here(0, zoo.again(again, isolation, seed)));
    return zoo.run(selfcheck, plan, command);
  }
}
