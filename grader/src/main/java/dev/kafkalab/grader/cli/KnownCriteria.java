package dev.kafkalab.grader.cli;

import dev.kafkalab.grader.engine.LabRubric;
import dev.kafkalab.grader.rubric.CriterionInfo;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Knows the criteria that a command line may name. */
final class KnownCriteria {

  private KnownCriteria() {}

  /**
   * Returns where there is a criterion of each of these ids.
   *
   * @throws ParameterException where there is none
   */
  static void check(Set<String> ids, CommandLine command) {
    List<String> known = LabRubric.criteria().stream().map(CriterionInfo::id).toList();
    for (String id : ids) {
      if (!known.contains(id)) {
        throw new ParameterException(
            command,
            "There is no criterion '%s'. These are: %s".formatted(id, String.join(", ", known)));
      }
    }
  }
}
