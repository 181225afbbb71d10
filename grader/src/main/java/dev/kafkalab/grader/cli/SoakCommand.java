package dev.kafkalab.grader.cli;

import dev.kafkalab.grader.cli.file.ZooFolder;
import dev.kafkalab.grader.feedback.FullStop;
import dev.kafkalab.grader.resources.IsolationChoice;
import dev.kafkalab.grader.selfcheck.Circumstances;
import dev.kafkalab.grader.selfcheck.Load;
import dev.kafkalab.grader.selfcheck.Plan;
import dev.kafkalab.grader.selfcheck.Selfcheck;
import dev.kafkalab.grader.selfcheck.Soak;
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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Grades known submissions again and again while other processes compete for the machine. */
@Command(
    name = "soak",
    header = "Grades known submissions again and again, on a busy machine.",
    description =
        "Grades known submissions again and again, each time with a new seed, while "
            + "busy loops, a process that makes garbage and one that writes to the disk "
            + "compete for the machine. Shows each wrong verdict. One in five "
            + "gradings is of a bad submission.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:no verdict was wrong",
      "1:some verdicts were wrong",
      "2:invalid command line",
      "4:the grader itself failed"
    })
final class SoakCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Mixin private ZooOptions zoo = new ZooOptions();

  @Option(
      names = "--runs",
      paramLabel = "N",
      description = "how many gradings (default: ${DEFAULT-VALUE})",
      defaultValue = "20")
  private int runs;

  @Option(
      names = "--load",
      paramLabel = "L",
      description = "how many busy loops; 0 means no load at all (default: ${DEFAULT-VALUE})",
      defaultValue = "4")
  private int load;

  @Option(
      names = "--at-once",
      paramLabel = "N",
      description = "how many to grade at a time (default: ${DEFAULT-VALUE})",
      defaultValue = "1")
  private int atOnce;

  @Override
  public Integer call() throws IOException {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    long seed = zoo.seed();
    IsolationChoice isolation = zoo.isolation(command);
    Plan plan = draw(seed, command);
    String again =
        String.format(Locale.ROOT, "soak --runs %d --load %d --at-once %d", runs, load, atOnce);
    Selfcheck selfcheck =
        new Selfcheck(
            ZooFolder.of(command).reference(),
            zoo.broker(),
            isolation,
            atOnce,
            Circumstances.here(load, zoo.again(again, isolation, seed)));
    Load competing = Load.start(load);
    try {
      return zoo.run(selfcheck, plan, command);
    } finally {
      competing.close();
    }
  }

  private Plan draw(long seed, CommandLine command) throws IOException {
    try {
      return Soak.draw(zoo.choose(command), runs, seed);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command, FullStop.after(String.valueOf(e.getMessage())), e);
    }
  }
}
