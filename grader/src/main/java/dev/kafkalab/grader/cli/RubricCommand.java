package dev.kafkalab.grader.cli;

import dev.kafkalab.grader.engine.LabRubric;
import dev.kafkalab.grader.report.RubricDocument;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the rubric as Markdown: docs/rubric.md is its output. */
@Command(
    name = "rubric",
    description = "Prints the rubric as Markdown: all criteria, outcomes and misconceptions.",
    mixinStandardHelpOptions = true)
final class RubricCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    out.print(RubricDocument.of(LabRubric.criteria()));
    out.flush();
    return 0;
  }
}
