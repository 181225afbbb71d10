package dev.kafkalab.grader.engine;

import dev.kafkalab.grader.rubric.Criterion;
import dev.kafkalab.grader.rubric.CriterionId;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;

/**
 * Starts the criteria that wait longest first, so that the others run meanwhile: first the tasks
 * that have them, and in each task those criteria.
 */
public final class LongestFirst implements ClassOrderer, MethodOrderer {

  static final List<Class<?>> TASKS =
      List.of(
          LabRubric.Task4.class,
          LabRubric.Task6.class,
          LabRubric.Task3.class,
          LabRubric.Task5.class,
          LabRubric.Task1.class,
          LabRubric.Task2.class);

  /** Those that wait for silence, for members or for processes; all others come after them. */
  private static final List<CriterionId> LONGEST =
      List.of(
          CriterionId.BONUS_DEAD_LETTER,
          CriterionId.GROUP_REBALANCE,
          CriterionId.CONSUMER_DISPATCHES,
          CriterionId.CONSUMER_MANUAL_COMMIT,
          CriterionId.PRODUCER_CLOSE_FLUSHES,
          CriterionId.BONUS_METRICS,
          CriterionId.CONSUMER_SHUTDOWN,
          CriterionId.PRODUCER_DELIVERS,
          CriterionId.CONSUMER_RESUMES);

  @Override
  public void orderClasses(ClassOrdererContext context) {
    context
        .getClassDescriptors()
        .sort(
            Comparator.comparingInt((ClassDescriptor type) -> TASKS.indexOf(type.getTestClass())));
  }

  @Override
  public void orderMethods(MethodOrdererContext context) {
    context
        .getMethodDescriptors()
        .sort(Comparator.comparingInt(method -> place(method.getMethod())));
  }

  private static int place(Method method) {
    Criterion criterion = method.getAnnotation(Criterion.class);
    int place = criterion == null ? -1 : LONGEST.indexOf(criterion.id());
    return place < 0 ? LONGEST.size() : place;
  }
}
