package dev.kafkalab.grader.cli;

import dev.kafkalab.grader.engine.BrokerChoice;
import dev.kafkalab.grader.engine.GradingRequest;
import dev.kafkalab.grader.selfcheck.Certificate;
import dev.kafkalab.grader.selfcheck.CertificateJson;
import dev.kafkalab.grader.selfcheck.CertificateText;
import dev.kafkalab.grader.selfcheck.Selfcheck;
import dev.kafkalab.grader.zoo.KnownSubmission;
import dev.kafkalab.grader.zoo.Zoo;
import java.io.IOException;
import java.nio.file.Files;
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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Grades the known submissions and shows which verdicts are wrong. */
@Command(
    name = "selfcheck",
    description = {
      "Grades submissions whose verdicts are known (grader/zoo) and prints how often each criterion",
      "was right. Whoever changes a criterion learns here what that does."
    },
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
      description = "how many to grade at a time (default: as many as there are cores)")
  private int atOnce = Runtime.getRuntime().availableProcessors();

  @Override
  public Integer call() throws IOException {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    Path root = Path.of(System.getProperty("kafkalab.root", "."));
    Path reference = root.resolve("reference-solution");
    if (!Files.isDirectory(reference)) {
      throw new ParameterException(
          command, "The known submissions are made of the reference solution: it is not here.");
    }
    List<KnownSubmission> chosen = chosen(root, command);
    long drawn = seed == null ? GradingRequest.newSeed() : seed;
    CheckProgress progress = new CheckProgress(command.getErr(), chosen.size());
    Certificate certificate =
        new Selfcheck(reference, broker, whole, drawn, atOnce).run(chosen, progress::tick);
    command.getOut().print(CertificateText.of(certificate));
    command.getOut().flush();
    if (json != null) {
      Files.writeString(json, CertificateJson.of(certificate));
    }
    return certificate.holds() ? ExitCode.GRADED.number() : ExitCode.BELOW.number();
  }

  private List<KnownSubmission> chosen(Path root, CommandLine command) throws IOException {
    List<KnownSubmission> all = new Zoo(root.resolve("grader").resolve("zoo")).read();
    List<KnownSubmission> chosen =
        all.stream()
            .filter(
                each ->
                    only.isEmpty()
                        || only.contains(each.toString())
                        || only.contains(each.kind().folder()))
            .toList();
    if (chosen.isEmpty()) {
      throw new ParameterException(
          command, "There is no known submission %s in grader/zoo.".formatted(only));
    }
    return chosen;
  }
}
