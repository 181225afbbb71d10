package dev.kafkalab.grader.cli.option;

import dev.kafkalab.grader.cli.process.Complaint;
import dev.kafkalab.grader.engine.CriterionChoice;
import dev.kafkalab.grader.engine.GradingRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Says what to judge and with which events: the options of all commands that show a grading. */
public final class JudgeOptions {

  @Option(
      names = "--criteria",
      paramLabel = "ID",
      split = ",",
      description = "judge only these criteria, such as producer.key-affinity or consumer.*")
  private List<String> criteria = new ArrayList<>();

  @Option(
      names = "--task",
      paramLabel = "N",
      split = ",",
      description = "judge only the criteria of these tasks, such as 2")
  private List<Integer> tasks = new ArrayList<>();

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
  public Set<String> criteria(CommandLine command) {
    try {
      Set<String> chosen = new LinkedHashSet<>(CriterionChoice.named(criteria));
      chosen.addAll(CriterionChoice.ofTasks(tasks));
      return chosen;
    } catch (IllegalArgumentException e) {
      throw new Complaint(command, String.valueOf(e.getMessage()));
    }
  }

  /** Returns the seed that was given, or a new one. */
  public long seed() {
    return seed == null ? GradingRequest.newSeed() : seed;
  }
}
