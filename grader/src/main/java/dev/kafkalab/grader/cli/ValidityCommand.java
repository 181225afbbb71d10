package dev.kafkalab.grader.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kafkalab.grader.cli.process.ExitCode;
import dev.kafkalab.grader.selfcheck.CertificateJson;
import dev.kafkalab.grader.selfcheck.ValidityDocument;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints how often the grader is wrong, as Markdown: docs/validity.md is its output. */
@Command(
    name = "validity",
    header = "Prints the results of selfcheck, soak and mutate as Markdown.",
    description =
        "Prints the results of selfcheck, soak and mutate as Markdown, for docs/validity.md. "
            + "Each selfcheck has its own section. Soaks are added up, separately before and after the "
            + "last wrong verdict: so name the files in the order of their runs.",
    mixinStandardHelpOptions = true)
final class ValidityCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "a file written by --json of selfcheck or soak")
  private List<Path> files = List.of();

  @Option(
      names = "--machine",
      paramLabel = "FILE",
      description = "add the table printed by bench/machine.sh")
  private @Nullable Path machine;

  @Option(
      names = "--mutants",
      paramLabel = "FILE",
      description = "add the section written by --markdown of mutate")
  private @Nullable Path mutants;

  @Override
  public Integer call() {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    PrintWriter out = command.getOut();
    List<JsonNode> measured = files.stream().map(file -> read(file, command)).toList();
    out.print(
        machine == null
            ? ValidityDocument.of(measured)
            : ValidityDocument.of(measured, text(machine, command)));
    if (mutants != null) {
      out.print(text(mutants, command));
    }
    out.flush();
    return ExitCode.GRADED.number();
  }

  private static String text(Path file, CommandLine command) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new ParameterException(command, "%s cannot be read: %s".formatted(file, e), e);
    }
  }

  private static JsonNode read(Path file, CommandLine command) {
    try {
      JsonNode json = new ObjectMapper().readTree(file.toFile());
      if (json.path("schema").asText().equals(CertificateJson.SCHEMA)) {
        return json;
      }
      throw new ParameterException(
          command, "%s was not written by selfcheck or soak.".formatted(file));
    } catch (IOException e) {
      throw new ParameterException(command, "%s cannot be read: %s".formatted(file, e), e);
    }
  }
}
