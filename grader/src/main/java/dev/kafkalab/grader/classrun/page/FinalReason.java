package dev.kafkalab.grader.classrun.page;

import dev.kafkalab.grader.classrun.book.GradeReport;
import dev.kafkalab.grader.classrun.book.Mark;
import dev.kafkalab.grader.classrun.book.PointsByHand;
import dev.kafkalab.grader.classrun.export.CsvForm;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says why other points count than the grader gave. */
final class FinalReason {

  private FinalReason() {}

  /**
   * Returns the reasons, such as {@code by hand, graded 80}; an empty text where there are none.
   */
  static String of(Mark mark, @Nullable GradeReport report) {
    List<String> reasons = new ArrayList<>();
    if (report == null) {
      ByHand.of(mark, PointsByHand.ALL).ifPresent(each -> reasons.add("by hand"));
      return String.join(", ", reasons);
    }
    BigDecimal graded = BigDecimal.valueOf((long) report.score() + report.bonus());
    if (ByHand.of(mark, PointsByHand.ALL).isPresent()
        || mark.score().add(mark.bonus()).compareTo(graded) != 0) {
      reasons.add("by hand, graded " + CsvForm.USUAL.number(graded));
    }
    if (mark.penalty().signum() != 0) {
      reasons.add("late −" + CsvForm.USUAL.number(mark.penalty()));
    }
    return String.join(", ", reasons);
  }
}
