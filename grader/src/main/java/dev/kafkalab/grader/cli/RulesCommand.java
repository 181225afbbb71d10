package dev.kafkalab.grader.cli;

import dev.kafkalab.grader.rubric.CriterionId;
import dev.kafkalab.grader.rules.LabRules;
import dev.kafkalab.grader.rules.RulesDocument;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the lab's rules as Markdown: docs/rules.md is its output. */
@Command(
    name = "rules",
    description =
        "Prints what the handout demands, and which criterion judges it: why something cost points.",
    mixinStandardHelpOptions = true)
final class RulesCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "CRITERION",
      description = "Only the rules that this criterion judges.")
  private @Nullable String criterion;

  @Override
  public Integer call() {
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    LabRules rules = LabRules.read();
    out.print(
        criterion == null ? RulesDocument.of(rules) : RulesDocument.of(rules, find(criterion)));
    out.flush();
    return 0;
  }

  private CriterionId find(String name) {
    try {
      return CriterionId.named(name);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(Objects.requireNonNull(spec).commandLine(), e.getMessage(), e);
    }
  }
}
