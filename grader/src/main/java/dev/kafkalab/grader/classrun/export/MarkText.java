package dev.kafkalab.grader.classrun.export;

import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.book.GradeReport;
import dev.kafkalab.grader.classrun.book.Mark;
import dev.kafkalab.grader.classrun.book.PointsByHand;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Tells a student what counts, and how it came about. Why points were given by hand is for the
 * instructors.
 */
final class MarkText {

  /** What the last sentence begins with. */
  static final String COUNTS = "What counts: ";

  private MarkText() {}

  /** Returns sentences; the last one says what counts. */
  static List<String> sentences(ClassBook.Row row) {
    Mark mark = row.mark();
    List<String> sentences = new ArrayList<>();
    GradeReport report = row.report();
    if (report != null) {
      sentences.add(points(mark, report));
    }
    if (mark.isLate()) {
      sentences.add(late(mark));
    }
    Map<String, BigDecimal> byHand = byHand(mark);
    if (!byHand.isEmpty()) {
      sentences.add(
          byHand.entrySet().stream()
              .map(each -> each.getKey() + " " + number(each.getValue()))
              .collect(Collectors.joining(", ", "Points given by hand: ", ".")));
    }
    if (mark.total() != null) {
      boolean isByHand = mark.byHand().stream().anyMatch(PointsByHand::isOfAll);
      sentences.add(
          COUNTS + number(mark.total()) + " points" + (isByHand ? ", given by hand." : "."));
    }
    return sentences;
  }

  private static String points(Mark mark, GradeReport report) {
    String score = number(mark.score()) + " of " + report.maxScore() + " points";
    return report.maxBonus() == 0
        ? score + "."
        : score + ", " + number(mark.bonus()) + " of " + report.maxBonus() + " bonus points.";
  }

  private static String late(Mark mark) {
    String late =
        mark.lateBy() == null ? "Handed in late" : "Handed in late by " + Lateness.of(mark);
    return mark.penalty().signum() == 0
        ? late + "."
        : late + ": " + number(mark.penalty()) + " points less.";
  }

  /** A later line replaces an earlier one. */
  private static Map<String, BigDecimal> byHand(Mark mark) {
    Map<String, BigDecimal> byHand = new TreeMap<>();
    mark.byHand().stream()
        .filter(each -> !each.isOfAll())
        .forEach(each -> byHand.put(each.criterion(), each.points()));
    return byHand;
  }

  private static String number(BigDecimal number) {
    return CsvForm.USUAL.number(number);
  }
}
