package dev.kafkalab.grader.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.rubric.CriterionInfo;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabRubricTest {

  private final List<String> ids = LabRubric.criteria().stream().map(CriterionInfo::id).toList();

  @Test
  void criteriaAreInTheOrderOfTheList() {
    assertThat(ids).isEqualTo(LabRubric.ORDER.stream().filter(ids::contains).toList());
  }

  @Test
  void everyIdIsUsedOnce() {
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(LabRubric.ORDER).doesNotHaveDuplicates();
  }
}
