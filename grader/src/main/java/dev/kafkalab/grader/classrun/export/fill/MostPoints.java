package dev.kafkalab.grader.classrun.export.fill;

import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.book.GradeReport;
import dev.kafkalab.grader.classrun.export.sheet.SheetProblem;
import java.math.BigDecimal;
import java.util.Objects;

/** Compares the maximum of a sheet with what the run's points go up to. */
final class MostPoints {

  private MostPoints() {}

  /**
   * Insists that the sheet counts in the same points: cut at a smaller maximum, all would be alike.
   *
   * @throws SheetProblem where its maximum is smaller than the run's, without bonus points
   */
  static void insist(BigDecimal most, ClassBook book) throws SheetProblem {
    int own =
        book.rows().stream()
            .map(ClassBook.Row::report)
            .filter(Objects::nonNull)
            .mapToInt(GradeReport::maxScore)
            .max()
            .orElse(0);
    if (most.compareTo(BigDecimal.valueOf(own)) < 0) {
      throw SheetProblem.of(
          "The sheet's maximum is %s, but this run has %s points: set the maximum to %s or more there, and download the sheet again."
              .formatted(most.stripTrailingZeros().toPlainString(), own, own));
    }
  }
}
