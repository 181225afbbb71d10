package dev.kafkalab.grader.classrun.figures;

import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.book.GradeReport;
import dev.kafkalab.grader.classrun.book.State;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Counts who of a class has what. */
public final class Headcount {

  private Headcount() {}

  /** Returns how many are in a state. */
  public static long of(ClassBook book, State state) {
    return book.rows().stream().filter(row -> row.standing().state() == state).count();
  }

  /** Returns the reports that there are. */
  public static Stream<GradeReport> reports(ClassBook book) {
    return book.rows().stream().map(ClassBook.Row::report).filter(Objects::nonNull);
  }

  /** Returns what counts for each who has anything that could. */
  public static List<BigDecimal> totals(ClassBook book) {
    return book.rows().stream().map(row -> row.mark().total()).filter(Objects::nonNull).toList();
  }
}
