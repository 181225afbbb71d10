package dev.kafkalab.grader.engine;

import dev.kafkalab.grader.criteria.ConsumerCriteria;
import dev.kafkalab.grader.criteria.GroupCriteria;
import dev.kafkalab.grader.criteria.ProducerCriteria;
import dev.kafkalab.grader.criteria.TopicCriteria;
import dev.kafkalab.grader.rubric.Criterion;
import dev.kafkalab.grader.rubric.CriterionInfo;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/**
 * The lab's rubric as a tree of tests: a class that extends it grades the module that it is in.
 *
 * <p>The command line runs this very class.
 */
@ExtendWith(CriterionExtension.class)
@DisplayNameGeneration(CriterionNames.class)
@Execution(ExecutionMode.CONCURRENT)
public class LabRubric {

  /** The criteria of task 1. */
  @Nested
  @DisplayName("Task 1: The topic")
  public class Task1 extends TopicCriteria {}

  /** The criteria of task 2. */
  @Nested
  @DisplayName("Task 2: The producer")
  public class Task2 extends ProducerCriteria {}

  /** The criteria of task 3. */
  @Nested
  @DisplayName("Task 3: The consumer")
  public class Task3 extends ConsumerCriteria {}

  /** The criteria of task 4. */
  @Nested
  @DisplayName("Task 4: The consumer group")
  public class Task4 extends GroupCriteria {}

  /**
   * Returns every criterion, in the order of tasks and of ids within the points that they are
   * worth.
   */
  public static List<CriterionInfo> criteria() {
    return Arrays.stream(LabRubric.class.getDeclaredClasses())
        .filter(type -> type.isAnnotationPresent(Nested.class))
        .flatMap(
            type ->
                AnnotationSupport.findAnnotatedMethods(
                    type, Criterion.class, HierarchyTraversalMode.TOP_DOWN)
                    .stream())
        .map(method -> CriterionInfo.of(method.getAnnotation(Criterion.class)))
        .sorted(
            Comparator.comparing(CriterionInfo::task)
                .thenComparingInt(LabRubric::place)
                .thenComparing(CriterionInfo::id))
        .toList();
  }

  /** What others build on comes first: it is what a student writes first. */
  private static int place(CriterionInfo criterion) {
    return switch (criterion.id()) {
      case "producer.delivers", "consumer.dispatches" -> 0;
      case "producer.key-affinity", "consumer.manual-commit" -> 1;
      default -> 2;
    };
  }
}
