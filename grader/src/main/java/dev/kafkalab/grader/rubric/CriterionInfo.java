package dev.kafkalab.grader.rubric;

/**
 * Describes a criterion, apart from how it is judged.
 *
 * @param id its name, such as {@code producer.key-affinity}
 * @param task the task that asks for it
 * @param points what it is worth
 * @param title what must hold
 * @param detail what else the rubric says: how the points are split; empty where that says it all
 */
public record CriterionInfo(String id, Task task, int points, String title, String detail) {

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
        criterion.detail());
  }
}
