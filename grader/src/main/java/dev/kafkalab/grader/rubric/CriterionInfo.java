package dev.kafkalab.grader.rubric;

import java.util.Set;

/**
 * Describes a criterion, apart from how it is judged.
 *
 * @param id its name, such as {@code producer.key-affinity}
 * @param task the task that asks for it
 * @param points what it is worth
 * @param title what must hold
 * @param detail what else the rubric says: how the points are split; empty where that says it all
 * @param runs the parts of a solution that it runs
 */
public record CriterionInfo(
    String id, Task task, int points, String title, String detail, Set<Part> runs) {

  /** Copies the parts, so that a description never changes. */
  public CriterionInfo {
    runs = Set.copyOf(runs);
  }

  /** Describes a criterion, whatever it runs. */
  public CriterionInfo(String id, Task task, int points, String title, String detail) {
    this(id, task, points, title, detail, Set.of());
  }

  /** Describes a criterion of which the title says it all. */
  public CriterionInfo(String id, Task task, int points, String title) {
    this(id, task, points, title, "");
  }

  /** Reads the description from the annotation. */
  public static CriterionInfo of(Criterion criterion) {
    return new CriterionInfo(
        criterion.id().toString(),
        criterion.task(),
        criterion.points(),
        criterion.title(),
        criterion.detail(),
        Set.of(criterion.runs()));
  }
}
