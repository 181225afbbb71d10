package dev.kafkalab.grader.cli;

import dev.kafkalab.grader.engine.HandsOnBroker;
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
        "Runs a Kafka on this machine until Ctrl+C, without Docker, for running "
            + "ProducerApp and ConsumerApp by hand. It stores nothing beyond its end.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"2:the command line makes no sense", "4:it does not start"})
final class BrokerCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "where it listens on localhost (default: ${DEFAULT-VALUE})",
      defaultValue = "9092")
  private int port;

  @Override
  public Integer call() throws InterruptedException {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    HandsOnBroker broker;
    try {
      broker = HandsOnBroker.start(port);
    } catch (IOException e) {
      command.getErr().println(e.getMessage() + ".");
      return ExitCode.INFRASTRUCTURE.number();
    }
    Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop-broker"));
    PrintWriter out = command.getOut();
    out.printf(
        Locale.ROOT,
        "Kafka %s listens on localhost:%d. Ctrl+C ends it and forgets what is in it.%n",
        broker.version(),
        port);
    if (out.checkError()) {
      return ExitCode.GRADED.number(); // Main says why nobody could read it
    }
    new CountDownLatch(1).await(); // the hook ends what this waits for: the process
    return ExitCode.GRADED.number();
  }
}
