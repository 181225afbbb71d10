package dev.kafkalab.grader.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

class LongestFirstTest {

  @Test
  void everyTaskHasItsPlace() {
    assertThat(LongestFirst.TASKS).containsExactlyInAnyOrderElementsOf(tasks());
  }

  @Test
  void theCriteriaOfATaskAreJudgedSideBySide() {
    assertThat(tasks())
        .allSatisfy(
            task ->
                assertThat(task.getAnnotation(Execution.class))
                    .extracting(Execution::value)
                    .isEqualTo(ExecutionMode.CONCURRENT));
  }

  private static List<Class<?>> tasks() {
    return Arrays.<Class<?>>stream(LabRubric.class.getDeclaredClasses())
        .filter(type -> type.isAnnotationPresent(Nested.class))
        .toList();
  }
}
