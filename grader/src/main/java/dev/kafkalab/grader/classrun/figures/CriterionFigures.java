package dev.kafkalab.grader.classrun.figures;

import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.book.GradeReport;
import dev.kafkalab.grader.rubric.CriterionInfo;
import dev.kafkalab.grader.rubric.OutcomeKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How a class did in one criterion.
 *
 * @param outcomes how many students it ended how for; those by hand as the grader found them
 * @param average the points that count, those by hand included
 */
public record CriterionFigures(
    CriterionInfo criterion, Map<OutcomeKind, Integer> outcomes, BigDecimal average) {

  private static final int PERCENT = 100;

  /** Copies the outcomes, so that figures never change. */
  public CriterionFigures {
    outcomes = Map.copyOf(outcomes);
  }

  /** Returns the figures of some criteria, in the same order. */
  public static List<CriterionFigures> of(ClassBook book, List<CriterionInfo> criteria) {
    return criteria.stream().map(criterion -> of(book, criterion)).toList();
  }

  private static CriterionFigures of(ClassBook book, CriterionInfo criterion) {
    Map<OutcomeKind, Integer> outcomes = new EnumMap<>(OutcomeKind.class);
    List<BigDecimal> points = new ArrayList<>();
    for (ClassBook.Row row : book.rows()) {
      GradeReport report = row.report();
      if (report != null) {
        report
            .of(criterion.id())
            .ifPresent(
                found -> {
                  outcomes.merge(found.outcome(), 1, Integer::sum);
                  points.add(row.mark().points().getOrDefault(found.id(), BigDecimal.ZERO));
                });
      }
    }
    return new CriterionFigures(criterion, outcomes, Spread.average(points));
  }

  /** Returns how many students it ended so for. */
  public int count(OutcomeKind kind) {
    return outcomes.getOrDefault(kind, 0);
  }

  /** Returns how many students it was judged for. */
  public int judged() {
    return outcomes.values().stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * Returns how many of these passed, in whole percent; 100 only where all did, and 0 where none.
   */
  public int passRate() {
    int passed = count(OutcomeKind.PASSED);
    if (passed == 0 || passed == judged()) {
      return passed == 0 ? 0 : PERCENT;
    }
    long rounded = Math.round(passed * (double) PERCENT / judged());
    return Math.toIntExact(Math.max(1, Math.min(PERCENT - 1, rounded)));
  }
}
