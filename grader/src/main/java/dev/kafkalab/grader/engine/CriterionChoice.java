package dev.kafkalab.grader.engine;

import dev.kafkalab.grader.feedback.Likeliest;
import dev.kafkalab.grader.rubric.CriterionInfo;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds the criteria that somebody names: one by its id, several by a pattern or their task. */
public final class CriterionChoice {

  private CriterionChoice() {}

  /**
   * Returns the ids that these names stand for, in the rubric's order; empty if there are no names.
   *
   * @param names ids such as {@code producer.acks}, or patterns such as {@code producer.*}
   * @throws IllegalArgumentException if no criterion has one of the names, with the likeliest one
   */
  public static Set<String> named(Collection<String> names) {
    names.forEach(name -> expectOne(name, select(isNamed(name))));
    return select(criterion -> names.stream().anyMatch(name -> isNamed(name).test(criterion)));
  }

  /**
   * Returns the ids of these tasks' criteria, in the rubric's order.
   *
   * @throws IllegalArgumentException if there is no such task
   */
  public static Set<String> ofTasks(Collection<Integer> tasks) {
    for (int task : tasks) {
      if (select(criterion -> criterion.task().number() == task).isEmpty()) {
        throw new IllegalArgumentException(
            "There is no task %s: the lab has the tasks 1 to 6.".formatted(task));
      }
    }
    return select(criterion -> tasks.contains(criterion.task().number()));
  }

  private static Set<String> select(Predicate<CriterionInfo> chosen) {
    return LabRubric.criteria().stream()
        .filter(chosen)
        .map(CriterionInfo::id)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Predicate<CriterionInfo> isNamed(String name) {
    int star = name.indexOf('*');
    return star < 0
        ? criterion -> criterion.id().equals(name)
        : criterion ->
            criterion.id().startsWith(name.substring(0, star))
                && criterion.id().endsWith(name.substring(star + 1));
  }

  private static void expectOne(String name, Set<String> found) {
    if (found.isEmpty()) {
      List<String> known = LabRubric.criteria().stream().map(CriterionInfo::id).toList();
      throw new IllegalArgumentException(
          "There is no criterion '%s'%s"
              .formatted(
                  name,
                  Likeliest.of(name, known)
                      .map("; did you mean %s?"::formatted)
                      .orElse(". The criteria are: " + String.join(", ", known))));
    }
  }
}
