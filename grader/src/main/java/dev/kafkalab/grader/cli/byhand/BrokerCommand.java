package dev.kafkalab.grader.cli.byhand;

import dev.kafkalab.grader.cli.process.ExitCode;
import dev.kafkalab.grader.engine.HandsOnBroker;
import dev.kafkalab.grader.feedback.FullStop;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a Kafka for the lab's own programs, without Docker. */
@Command(
    name = "broker",
    header = "Runs a Kafka on this machine, without Docker, until Ctrl+C.",
    description =
        "Runs a Kafka on this machine, without Docker, until Ctrl+C, so that you can run "
            + "ProducerApp and ConsumerApp by hand. All data is deleted when it stops.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"2:invalid command line", "4:Kafka does not start"})
public final class BrokerCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "the port on localhost (default: ${DEFAULT-VALUE})",
      defaultValue = "9092")
  private int port;

  @Override
  public Integer call() throws InterruptedException {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    HandsOnBroker broker;
    try {
      broker = HandsOnBroker.start(port);
    } catch (IOException e) {
      command.getErr().println(FullStop.after(String.valueOf(e.getMessage())));
      return ExitCode.INFRASTRUCTURE.number();
    }
    Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop-broker"));
    PrintWriter out = command.getOut();
    out.printf(
        Locale.ROOT,
        "Kafka %s listens on localhost:%d. Ctrl+C stops it and deletes all data.%n",
        broker.version(),
        port);
    if (out.checkError()) {
      return ExitCode.GRADED.number(); // Main reports that the output failed
    }
    new CountDownLatch(1).await(); // only a signal ends this wait: the hook then stops Kafka
    return ExitCode.GRADED.number();
  }
}
