package dev.kafkalab.grader.cli;

import dev.kafkalab.grader.engine.GradingRequest;
import dev.kafkalab.grader.engine.LabRubric;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Says what to judge and with which events: the options of all commands that show a grading. */
final class JudgeOptions {

  @Option(
      names = "--criteria",
      paramLabel = "ID",
      split = ",",
      description = "judge only these criteria, such as producer.key-affinity")
  private Set<String> criteria = new LinkedHashSet<>();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "use the same events as an earlier grading")
  private @Nullable Long seed;

  /**
   * Returns the ids of the criteria to judge; empty for all.
   *
   * @throws ParameterException if one of these ids is not a criterion
   */
  Set<String> criteria(CommandLine command) {
    LabRubric.complaint(criteria)
        .ifPresent(
            complaint -> {
              throw new ParameterException(command, complaint);
            });
    return criteria;
  }

  /** Returns the seed that was given, or a new one. */
  long seed() {
    return seed == null ? GradingRequest.newSeed() : seed;
  }
}
