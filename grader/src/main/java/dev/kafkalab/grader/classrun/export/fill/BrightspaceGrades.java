package dev.kafkalab.grader.classrun.export.fill;

import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.export.sheet.CsvSheet;
import dev.kafkalab.grader.classrun.export.sheet.SheetNumbers;
import dev.kafkalab.grader.classrun.export.sheet.SheetProblem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Fills one item's column of the grades that Brightspace exports.
 *
 * <p>A column that is not there would become a new item, so none is ever made.
 */
public final class BrightspaceGrades implements Gradebook {

  private static final Pattern POINTS = Pattern.compile("(?<item>.+) Points Grade(?: <.*>)?");
  private static final Pattern MOST = Pattern.compile("MaxPoints:(?<points>[\\d.,]+)");
  private static final String END = "End-of-Line Indicator";

  private final CsvSheet sheet;
  private final int column;
  private final int orgDefinedId;
  private final int login;
  private final int email;
  private final int first;
  private final int last;
  private final Optional<BigDecimal> most;

  private BrightspaceGrades(CsvSheet sheet, Head head, int column) throws SheetProblem {
    this.sheet = sheet;
    this.column = column;
    this.orgDefinedId = head.find("OrgDefinedId");
    this.login = head.find("Username");
    this.email = head.find("Email");
    this.first = head.find("First Name");
    this.last = head.find("Last Name");
    Matcher matcher = MOST.matcher(head.names().get(column));
    this.most = matcher.find() ? SheetNumbers.read(matcher.group("points")) : Optional.empty();
    if (orgDefinedId < 0 && login < 0) {
      throw SheetProblem.of(
          "This is no export of Brightspace's grades: it needs the column OrgDefinedId or Username.");
    }
  }

  /**
   * Fills in points.
   *
   * @param item the name of the grade item
   * @throws SheetProblem where it is no such sheet, the item is not in it or twice, or it counts in
   *     other points
   */
  public static Filled fill(CsvSheet sheet, String item, ClassBook book) throws SheetProblem {
    Head head = Head.of(sheet);
    List<String> names = head.names();
    if (!names.get(names.size() - 1).equals(END)) {
      throw SheetProblem.of(
          "This is no export of Brightspace's grades: its last column is '" + END + "'.");
    }
    BrightspaceGrades grades = new BrightspaceGrades(sheet, head, column(names, item.strip()));
    if (grades.most.isPresent()) {
      MostPoints.insist(grades.most.get(), book);
    }
    return Filling.fill(sheet, grades, book, List.of());
  }

  private static int column(List<String> names, String item) throws SheetProblem {
    int[] found =
        IntStream.range(0, names.size()).filter(each -> isOf(names.get(each), item)).toArray();
    if (found.length == 1) {
      return found[0];
    }
    throw found.length > 1
        ? SheetProblem.question("The sheet has several items '%s'.".formatted(item))
        : SheetProblem.of(
            "The sheet has no column '%s Points Grade': export the grades as points, with this item."
                .formatted(item));
  }

  private static boolean isOf(String header, String item) {
    Matcher matcher = POINTS.matcher(header);
    return matcher.matches() && (matcher.group("item").equals(item) || header.equals(item));
  }

  @Override
  public List<Integer> rows() {
    return IntStream.range(1, sheet.rows()).filter(row -> !sheet.isBlank(row)).boxed().toList();
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
    String name = cell(row, first) + " " + cell(row, last);
    return new Whom(
        name.strip(),
        "",
        List.of(cell(row, orgDefinedId)),
        List.of(cell(row, login), cell(row, email)));
  }

  /** A sign before the value keeps a spreadsheet from making a number of it. */
  private String cell(int row, int wanted) {
    return sheet.cell(row, wanted).strip().replaceFirst("^#", "");
  }

  @Override
  public String held(int row) {
    return "";
  }

  /** Whether an item can exceed its maximum is not in the sheet. */
  @Override
  public Given given(int row, BigDecimal total) {
    return most.isEmpty() || total.compareTo(most.get()) <= 0
        ? Given.all(total)
        : new Given(
            total,
            Fate.CAPPED,
            "above the maximum: Brightspace cuts it unless the item can exceed it");
  }

  /** The file has no room for any. */
  @Override
  public String comment(int row, ClassBook.Row of) {
    return "";
  }
}
