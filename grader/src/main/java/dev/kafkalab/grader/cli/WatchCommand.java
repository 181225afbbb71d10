package dev.kafkalab.grader.cli;

import dev.kafkalab.grader.cli.file.NamedPaths;
import dev.kafkalab.grader.cli.option.BrokerOption;
import dev.kafkalab.grader.cli.option.IsolationOption;
import dev.kafkalab.grader.cli.option.JudgeOptions;
import dev.kafkalab.grader.cli.process.ExitCode;
import dev.kafkalab.grader.engine.GradingRequest;
import dev.kafkalab.grader.report.Style;
import dev.kafkalab.grader.resources.Pace;
import dev.kafkalab.grader.watch.Watch;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Grades a submission again whenever a file of it is saved. */
@Command(
    name = "watch",
    header = "Grades a submission, and again whenever you save a file of it.",
    description =
        "Grades a submission, and again whenever you save a file of it, until Ctrl+C: first the "
            + "criterion that you work on, then what else your change can concern.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"2:invalid command line", "4:the grader itself failed"})
final class WatchCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "the submission's folder")
  private Path folder = Path.of(".");

  @Mixin private JudgeOptions judge = new JudgeOptions();

  @Mixin private BrokerOption.OrSurroundings broker = new BrokerOption.OrSurroundings();

  @Mixin private IsolationOption isolation = new IsolationOption();

  @Override
  public Integer call() throws InterruptedException {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    Set<String> criteria = judge.criteria(command);
    new NamedPaths(command).checkFolder(folder);
    Style style = Ansi.AUTO.enabled() ? Style.COLOURED : Style.PLAIN;
    PrintWriter out = command.getOut();
    try (Watch watch =
        new Watch(
            new GradingRequest(folder, criteria, broker.choice(command), judge.seed(), Pace.ALONE)
                .in(isolation.choice(command)),
            new WatchScreen(out, style, Clock.system(ZoneId.systemDefault())))) {
      Runtime.getRuntime().addShutdownHook(new Thread(watch::close, "end-watch"));
      out.println("Save a file, and what it concerns is judged again. Ctrl+C ends this.");
      out.flush();
      watch.run();
    }
    return ExitCode.GRADED.number();
  }
}
