package dev.kafkalab.grader.cli.byhand;

import dev.kafkalab.grader.cli.process.ExitCode;
import dev.kafkalab.grader.console.Console;
import dev.kafkalab.grader.doctor.BrokerAddress;
import dev.kafkalab.grader.engine.HandsOnBroker;
import dev.kafkalab.grader.feedback.FullStop;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs a Kafka for the lab's own programs, and a page that shows what is in it. */
@Command(
    name = "console",
    header = "Runs a Kafka and a web page that shows what is in it, without Docker.",
    description =
        "Runs a Kafka on this machine and a web page that shows its topics, messages and groups, "
            + "live, until Ctrl+C. All data is deleted when it stops. With --broker, the page "
            + "shows a Kafka that is already running. Only this machine can open the page.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"2:invalid command line", "4:Kafka or the page does not start"})
public final class ConsoleCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "the page's port on localhost (default: ${DEFAULT-VALUE})",
      defaultValue = "8080")
  private int port;

  @Option(
      names = "--kafka-port",
      paramLabel = "N",
      description = "Kafka's port on localhost (default: ${DEFAULT-VALUE})",
      defaultValue = "9092")
  private int kafkaPort;

  @Option(
      names = "--broker",
      paramLabel = "HOST:PORT",
      description = "shows the Kafka at this address instead of starting one")
  private @Nullable String broker;

  @Override
  public Integer call() throws InterruptedException {
    Console console;
    try {
      console = Console.at(port);
    } catch (IOException | IllegalArgumentException e) {
      return fail(
          String.format(
              Locale.ROOT,
              "The page cannot have port %d: %s. Choose another one with --port N.",
              port,
              e.getMessage()));
    }
    return broker == null ? showOwn(console) : showOther(console, new BrokerAddress(broker));
  }

  private int showOwn(Console console) throws InterruptedException {
    HandsOnBroker own;
    try {
      own = HandsOnBroker.start(kafkaPort);
    } catch (IOException e) {
      console.close();
      return fail(
          String.format(
              Locale.ROOT,
              "%s Choose another one with --kafka-port N, or show what is there with --broker localhost:%d.",
              FullStop.after(String.valueOf(e.getMessage())),
              kafkaPort));
    }
    onEnd("stop-broker", own::close);
    String address = "localhost:" + kafkaPort;
    console.show(address, own.version());
    return awaitSignal(
        console,
        String.format(
            Locale.ROOT,
            "Kafka %s listens on %s; the page is %s. Ctrl+C stops both and deletes all data.",
            own.version(),
            address,
            console.url()));
  }

  private int showOther(Console console, BrokerAddress address) throws InterruptedException {
    Optional<String> complaint = address.complaint();
    if (complaint.isPresent()) {
      console.close();
      return fail(complaint.get());
    }
    try {
      console.show(address.text(), null);
    } catch (IllegalArgumentException e) {
      console.close();
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          FullStop.after(String.valueOf(e.getMessage())),
          e);
    }
    return awaitSignal(
        console,
        String.format(
            Locale.ROOT,
            "The page %s shows the Kafka at %s. Ctrl+C stops the page.",
            console.url(),
            address.text()));
  }

  private int awaitSignal(Console console, String sentence) throws InterruptedException {
    onEnd("stop-page", console::close);
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.println(sentence);
    if (!out.checkError()) { // otherwise Main reports that the output failed
      new CountDownLatch(1).await(); // only a signal ends this wait: the hooks then stop all
    }
    return ExitCode.GRADED.number();
  }

  private static void onEnd(String name, Runnable work) {
    Runtime.getRuntime().addShutdownHook(new Thread(work, name));
  }

  private int fail(String sentence) {
    Objects.requireNonNull(spec).commandLine().getErr().println(sentence);
    return ExitCode.INFRASTRUCTURE.number();
  }
}
