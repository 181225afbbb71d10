package dev.kafkalab.grader.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.rubric.CriterionId;
import dev.kafkalab.grader.rubric.CriterionInfo;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LabRubricTest {

  private final List<String> ids = LabRubric.criteria().stream().map(CriterionInfo::id).toList();

  /** Whoever names a criterion in CriterionId has to write it, in one of the tasks' rooms. */
  @Test
  void everyNamedCriterionIsThereOnceAndInTheOrderOfTheNames() {
    assertThat(ids)
        .as(
            "CriterionId names criteria that no method of a *Criteria interface has, or the reverse")
        .isEqualTo(Stream.of(CriterionId.values()).map(CriterionId::toString).toList());
  }
}
