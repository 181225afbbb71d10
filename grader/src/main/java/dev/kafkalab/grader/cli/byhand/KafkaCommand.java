package dev.kafkalab.grader.cli.byhand;

import dev.kafkalab.grader.cli.process.ExitCode;
import dev.kafkalab.grader.doctor.BrokerAddress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs one of Kafka's own tools, without Docker and without an installation of Kafka. */
@Command(
    name = "kafka",
    header = "Runs Kafka's own tools, without Docker.",
    description =
        "Runs one of Kafka's own tools. What follows its name is given to it as it is, with "
            + "--bootstrap-server localhost:9092 if no other broker is named. '--help' behind the "
            + "name shows the tool's options.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"2:invalid command line", "4:Kafka cannot be reached", "else:that of the tool"})
public final class KafkaCommand implements Callable<Integer> {

  /** The name of the subcommand. */
  public static final String NAME = "kafka";

  private static final String BROKER_OPTION = "--bootstrap-server";

  /** What tools do without a broker. */
  private static final List<String> WITHOUT_BROKER = List.of("--help", "--version");

  private static final Map<String, String> TOOLS =
      new TreeMap<>(
          Map.of(
              "topics", "org.apache.kafka.tools.TopicCommand",
              "console-producer", "org.apache.kafka.tools.ConsoleProducer",
              "console-consumer", "org.apache.kafka.tools.consumer.ConsoleConsumer",
              "consumer-groups", "org.apache.kafka.tools.consumer.group.ConsumerGroupCommand"));

  /** It is short-lived. */
  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-cp",
          System.getProperty("java.class.path"));

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "TOOL",
      description = "topics, console-producer, console-consumer or consumer-groups")
  private String tool = "";

  @Parameters(index = "1..*", arity = "0..*", paramLabel = "ARG", description = "its arguments")
  private List<String> arguments = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    String mainClass = TOOLS.get(tool);
    if (mainClass == null) {
      throw new ParameterException(
          command,
          "There is no tool '%s': name one of %s."
              .formatted(tool, String.join(", ", TOOLS.keySet())));
    }
    List<String> all = new ArrayList<>(arguments);
    if (arguments.stream().noneMatch(WITHOUT_BROKER::contains)) {
      Optional<BrokerAddress> named = named();
      if (named.isEmpty()) {
        all.addAll(List.of(BROKER_OPTION, BrokerAddress.USUAL.text()));
      }
      Optional<String> complaint = named.orElse(BrokerAddress.USUAL).complaint();
      if (complaint.isPresent()) {
        command.getErr().println(complaint.get());
        return ExitCode.INFRASTRUCTURE.number();
      }
    }
    // In a process of its own: a tool ends it with an exit code that is not ours.
    return Foreground.run(OPTIONS, mainClass, all, () -> {});
  }

  private Optional<BrokerAddress> named() {
    int option = arguments.indexOf(BROKER_OPTION);
    if (option >= 0 && option + 1 < arguments.size()) {
      return Optional.of(new BrokerAddress(arguments.get(option + 1)));
    }
    return arguments.stream()
        .filter(each -> each.startsWith(BROKER_OPTION + "="))
        .map(each -> new BrokerAddress(each.substring(BROKER_OPTION.length() + 1)))
        .findFirst();
  }
}
