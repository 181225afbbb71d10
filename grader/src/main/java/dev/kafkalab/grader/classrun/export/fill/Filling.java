package dev.kafkalab.grader.classrun.export.fill;

import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.book.Standing;
import dev.kafkalab.grader.classrun.export.CsvForm;
import dev.kafkalab.grader.classrun.export.fill.Found.Nobody;
import dev.kafkalab.grader.classrun.export.fill.Found.One;
import dev.kafkalab.grader.classrun.export.fill.Found.Unsure;
import dev.kafkalab.grader.classrun.export.fill.Gradebook.Given;
import dev.kafkalab.grader.classrun.export.sheet.CsvSheet;
import dev.kafkalab.grader.classrun.export.sheet.SheetNumbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fills a sheet row by row, and accounts for each row and each student. */
final class Filling {

  private final CsvSheet sheet;
  private final Gradebook gradebook;
  private final CsvForm form;

  private Filling(CsvSheet sheet, Gradebook gradebook) {
    this.sheet = sheet;
    this.gradebook = gradebook;
    this.form = new CsvForm(sheet.separator(), gradebook.decimal());
  }

  /** Changes the sheet, and says what was done. */
  static Filled fill(CsvSheet sheet, Gradebook gradebook, ClassBook book, List<String> remarks) {
    Filling filling = new Filling(sheet, gradebook);
    List<Integer> rows = gradebook.rows();
    List<Member> members = Member.of(book);
    List<Found> found = Matching.of(rows.stream().map(gradebook::whom).toList(), members);
    List<Account> accounts = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      accounts.add(filling.account(rows.get(i), found.get(i)));
    }
    Set<Member> inSheet = found.stream().flatMap(Filling::members).collect(Collectors.toSet());
    List<Account> absent =
        members.stream().filter(member -> !inSheet.contains(member)).map(filling::absent).toList();
    return new Filled(accounts, absent, remarks);
  }

  private static Stream<Member> members(Found found) {
    if (found instanceof One one) {
      return Stream.of(one.member());
    }
    return found instanceof Unsure unsure ? unsure.candidates().stream() : Stream.of();
  }

  private Account account(int row, Found found) {
    if (found instanceof Nobody) {
      return leave(row, Fate.STRANGER, "");
    }
    String held = gradebook.held(row);
    if (!held.isEmpty()) {
      return leave(row, Fate.HELD, joined(held, earned(found)));
    }
    if (sheet.row(row).size() > sheet.row(0).size()) {
      return leave(row, Fate.QUESTION, "the row has more cells than the first line");
    }
    return found instanceof One one
        ? give(row, one.member().row())
        : leave(row, Fate.QUESTION, ((Unsure) found).question());
  }

  private Account give(int row, ClassBook.Row student) {
    String question = student.who().question();
    if (!question.isEmpty()) {
      return leave(row, Fate.QUESTION, "whose submission is it? " + question);
    }
    BigDecimal total = student.mark().total();
    if (total == null) {
      return leave(row, Fate.of(student.standing().state()), reason(student.standing()));
    }
    Given given = gradebook.given(row, total);
    if (given.fate() == Fate.QUESTION) {
      return leave(row, Fate.QUESTION, given.remark());
    }
    String points = form.number(given.points());
    String before = before(row, given.points());
    sheet.set(row, gradebook.gradeColumn(), points);
    String comment = gradebook.comment(row, student);
    return new Account(
        gradebook.whom(row).shown(), given.fate(), points, joined(given.remark(), before, comment));
  }

  /** What is not filled in stays as it is. */
  private Account leave(int row, Fate fate, String remark) {
    String old = sheet.cell(row, gradebook.gradeColumn()).strip();
    String kept = SheetNumbers.read(old).isPresent() ? "stays " + old : "";
    return new Account(gradebook.whom(row).shown(), fate, "", joined(remark, kept));
  }

  private String earned(Found found) {
    BigDecimal total = found instanceof One one ? one.member().row().mark().total() : null;
    return total == null ? "" : "the run has " + form.number(total);
  }

  private String before(int row, BigDecimal points) {
    return SheetNumbers.read(sheet.cell(row, gradebook.gradeColumn()))
        .filter(old -> old.compareTo(points) != 0)
        .map(old -> "was " + form.number(old))
        .orElse("");
  }

  private Account absent(Member member) {
    BigDecimal total = member.row().mark().total();
    Standing standing = member.row().standing();
    return total == null
        ? new Account(member.shown(), Fate.of(standing.state()), "", reason(standing))
        : new Account(member.shown(), Fate.ABSENT, form.number(total), "");
  }

  private static String reason(Standing standing) {
    return switch (standing.state()) {
      case GRADED -> "the report cannot be read";
      case REFUSED, FAILED -> standing.problem();
      case MISSING, PENDING -> "";
    };
  }

  private static String joined(String... remarks) {
    return Stream.of(remarks).filter(each -> !each.isEmpty()).collect(Collectors.joining("; "));
  }
}
