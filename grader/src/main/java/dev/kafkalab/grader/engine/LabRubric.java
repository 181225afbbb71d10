package dev.kafkalab.grader.engine;

import dev.kafkalab.grader.criteria.answers.AnswerCriteria;
import dev.kafkalab.grader.criteria.challenge.ChallengeCriteria;
import dev.kafkalab.grader.criteria.consumer.ConsumerCriteria;
import dev.kafkalab.grader.criteria.group.GroupCriteria;
import dev.kafkalab.grader.criteria.poison.PoisonCriteria;
import dev.kafkalab.grader.criteria.producer.ProducerCriteria;
import dev.kafkalab.grader.criteria.program.ProgramCriteria;
import dev.kafkalab.grader.criteria.topic.TopicCriteria;
import dev.kafkalab.grader.rubric.Criterion;
import dev.kafkalab.grader.rubric.CriterionInfo;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
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
  @Execution(ExecutionMode.CONCURRENT)
  @DisplayName("Task 1: The topic")
  public class Task1 implements TopicCriteria {}

  /** The criteria of task 2. */
  @Nested
  @Execution(ExecutionMode.CONCURRENT)
  @DisplayName("Task 2: The producer")
  public class Task2 implements ProducerCriteria {}

  /** The criteria of task 3. */
  @Nested
  @Execution(ExecutionMode.CONCURRENT)
  @DisplayName("Task 3: The consumer")
  public class Task3 implements ConsumerCriteria, PoisonCriteria, ProgramCriteria {}

  /** The criteria of task 4. */
  @Nested
  @Execution(ExecutionMode.CONCURRENT)
  @DisplayName("Task 4: The consumer group")
  public class Task4 implements GroupCriteria {}

  /** The criteria of task 5. */
  @Nested
  @Execution(ExecutionMode.CONCURRENT)
  @DisplayName("Task 5: The questions")
  public class Task5 implements AnswerCriteria {}

  /** The challenges. */
  @Nested
  @Execution(ExecutionMode.CONCURRENT)
  @DisplayName("Task 6: The challenges")
  public class Task6 implements ChallengeCriteria {}

  /** Returns every criterion, by task and in the rubric's order. */
  public static List<CriterionInfo> criteria() {
    return Arrays.stream(LabRubric.class.getDeclaredClasses())
        .filter(type -> type.isAnnotationPresent(Nested.class))
        .flatMap(
            type ->
                AnnotationSupport.findAnnotatedMethods(
                    type, Criterion.class, HierarchyTraversalMode.TOP_DOWN)
                    .stream())
        .map(method -> method.getAnnotation(Criterion.class))
        .sorted(Comparator.comparing(Criterion::task).thenComparing(Criterion::id))
        .map(CriterionInfo::of)
        .toList();
  }

  /** Returns the criteria with these ids, or all if there are none, in the same order. */
  public static List<CriterionInfo> criteria(Set<String> ids) {
    return criteria().stream()
        .filter(criterion -> ids.isEmpty() || ids.contains(criterion.id()))
        .toList();
  }
}
