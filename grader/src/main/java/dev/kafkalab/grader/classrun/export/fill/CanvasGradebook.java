package dev.kafkalab.grader.classrun.export.fill;

import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.export.sheet.CsvSheet;
import dev.kafkalab.grader.classrun.export.sheet.SheetNumbers;
import dev.kafkalab.grader.classrun.export.sheet.SheetProblem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Fills one assignment's column of the gradebook that Canvas exports (lib/gradebook_exporter.rb).
 *
 * <p>A column that is not there would become a new assignment, so none is ever made.
 */
public final class CanvasGradebook implements Gradebook {

  private static final String POINTS_POSSIBLE = "Points Possible";
  private static final String READ_ONLY = "read only";

  private final CsvSheet sheet;
  private final int column;
  private final boolean hasTwoNames;
  private final int id;
  private final int sisUser;
  private final int sisLogin;
  private final int integration;

  private CanvasGradebook(CsvSheet sheet, Head head, int column) throws SheetProblem {
    this.sheet = sheet;
    this.column = column;
    this.hasTwoNames = head.names().get(0).equals("LastName");
    this.id = head.find("ID");
    this.sisUser = head.find("SIS User ID");
    this.sisLogin = head.find("SIS Login ID");
    this.integration = head.find("Integration ID");
  }

  /**
   * Fills in points.
   *
   * @param assignment {@code TITLE (ID)}, the id or the title; empty for the only one
   * @throws SheetProblem where it is no such sheet, the assignment is not in it or is not the only
   *     one that may be meant, or it counts in other points
   */
  public static Filled fill(CsvSheet sheet, String assignment, ClassBook book) throws SheetProblem {
    Head head = Head.of(sheet);
    int column = CanvasColumns.of(head).choose(assignment);
    CanvasGradebook gradebook = new CanvasGradebook(sheet, head, column);
    String possible = gradebook.possible();
    if (possible.toLowerCase(Locale.ROOT).contains(READ_ONLY)) {
      throw SheetProblem.of(
          "Canvas does not let the column '%s' be changed.".formatted(head.names().get(column)));
    }
    Optional<BigDecimal> most = SheetNumbers.read(possible).filter(each -> each.signum() > 0);
    if (most.isPresent()) {
      MostPoints.insist(most.get(), book);
    }
    return Filling.fill(
        sheet,
        gradebook,
        book,
        List.of("The points are in the column " + head.names().get(column) + "."));
  }

  private String possible() {
    return IntStream.range(1, sheet.rows())
        .filter(this::hasPointsPossible)
        .mapToObj(row -> sheet.cell(row, column))
        .findFirst()
        .orElse("");
  }

  private boolean hasPointsPossible(int row) {
    return sheet.cell(row, 0).contains(POINTS_POSSIBLE);
  }

  /** The row of what is posted by hand has neither a name nor an id. */
  @Override
  public List<Integer> rows() {
    return IntStream.range(1, sheet.rows())
        .filter(row -> !hasPointsPossible(row))
        .filter(row -> !(sheet.cell(row, 0) + sheet.cell(row, id)).isBlank())
        .boxed()
        .toList();
  }

  @Override
  public int gradeColumn() {
    return column;
  }

  @Override
  public char decimal() {
    return SheetNumbers.decimal(sheet, column);
  }

  @Override
  public Whom whom(int row) {
    String name = hasTwoNames ? sheet.cell(row, 1) + " " + sheet.cell(row, 0) : sheet.cell(row, 0);
    return new Whom(
        name.strip(),
        sheet.cell(row, id).strip(),
        List.of(sheet.cell(row, sisUser), sheet.cell(row, integration)),
        List.of(sheet.cell(row, sisLogin)));
  }

  @Override
  public String held(int row) {
    String cell = sheet.cell(row, column).strip().toLowerCase(Locale.ROOT);
    if (cell.equals("ex")) {
      return "excused in Canvas";
    }
    if (cell.equals("n/a")) {
      return "not assigned in Canvas";
    }
    return cell.contains(READ_ONLY) ? "read-only in Canvas" : "";
  }

  /** Canvas takes more than the points possible. */
  @Override
  public Given given(int row, BigDecimal total) {
    return Given.all(total);
  }

  /** Canvas imports none from this file. */
  @Override
  public String comment(int row, ClassBook.Row of) {
    return "";
  }
}
