package dev.kafkalab.grader.classrun.export;

import dev.kafkalab.grader.classrun.book.GradeReport;
import dev.kafkalab.grader.classrun.book.GradeReport.OfCriterion;
import dev.kafkalab.grader.feedback.FullStop;
import dev.kafkalab.grader.rubric.OutcomeKind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what a student should do next, in the order in which to do it. */
final class ToDo {

  private ToDo() {}

  /**
   * Returns what to fix of the lab, then what to write, then what to fix of the challenges. What is
   * blocked comes where there is nothing else: what blocks it was not judged then.
   */
  static List<OfCriterion> of(GradeReport report) {
    List<OfCriterion> due = due(report);
    return due.isEmpty()
        ? report.criteria().stream().filter(each -> each.outcome() == OutcomeKind.BLOCKED).toList()
        : due;
  }

  private static List<OfCriterion> due(GradeReport report) {
    return Stream.of(
            report.criteria().stream().filter(each -> isFailed(each) && !each.bonus()),
            report.criteria().stream()
                .filter(each -> each.outcome() == OutcomeKind.NOT_ATTEMPTED && !each.bonus()),
            report.criteria().stream().filter(each -> isFailed(each) && each.bonus()))
        .flatMap(each -> each)
        .toList();
  }

  private static boolean isFailed(OfCriterion each) {
    return each.outcome() == OutcomeKind.FAILED;
  }

  /** Returns the criterion, with the line of the submission if there is one. */
  static String where(OfCriterion each) {
    return each.location() == null ? each.id() : each.id() + " (" + each.location() + ")";
  }

  /** Returns in sentences what was expected, what happened, and what to do. */
  static String what(OfCriterion each) {
    return Stream.of(each.message(), each.hint())
        .filter(text -> !text.isBlank())
        .map(FullStop::after)
        .collect(Collectors.joining(" "));
  }
}
