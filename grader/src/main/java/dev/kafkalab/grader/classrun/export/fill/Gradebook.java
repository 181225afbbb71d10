package dev.kafkalab.grader.classrun.export.fill;

import dev.kafkalab.grader.classrun.book.ClassBook;
import java.math.BigDecimal;
import java.util.List;

/** Knows the rules of one platform's sheet. */
interface Gradebook {

  /** Returns the rows that are a student's. */
  List<Integer> rows();

  /** Returns the only column of points that may change. */
  int gradeColumn();

  /** Returns what begins the decimals of a number. */
  char decimal();

  /** Returns what a row says about whose it is. */
  Whom whom(int row);

  /** Returns why the platform would not take points for a row; empty if it would. */
  String held(int row);

  /** Returns what a row is given of what a student earned. */
  Given given(int row, BigDecimal total);

  /**
   * Fills in a comment where the sheet has room for one.
   *
   * @return what there is to say about it; empty if nothing
   */
  String comment(int row, ClassBook.Row of);

  /**
   * What a row is given.
   *
   * @param fate {@link Fate#FILLED}, {@link Fate#CAPPED}, or {@link Fate#QUESTION} for nothing
   * @param remark may be empty
   */
  record Given(BigDecimal points, Fate fate, String remark) {

    static Given all(BigDecimal points) {
      return new Given(points, Fate.FILLED, "");
    }
  }
}
