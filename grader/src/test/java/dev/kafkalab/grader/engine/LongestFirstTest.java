package dev.kafkalab.grader.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LongestFirstTest {

  @Test
  void everyTaskHasItsPlace() {
    assertThat(LongestFirst.TASKS)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(LabRubric.class.getDeclaredClasses())
                .filter(type -> type.isAnnotationPresent(Nested.class))
                .toList());
  }
}
