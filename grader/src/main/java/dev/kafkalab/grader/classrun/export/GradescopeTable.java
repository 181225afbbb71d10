package dev.kafkalab.grader.classrun.export;

import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.book.Student;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a line for each person by what Gradescope knows people by: address, name, student id. */
public final class GradescopeTable {

  private static final List<String> HEAD = List.of("Email", "Name", "SID", "Score");

  private GradescopeTable() {}

  /** Returns the table as CSV (RFC 4180); without points where it is a question whose they are. */
  public static String of(ClassBook book) {
    return Stream.concat(Stream.of(HEAD), book.rows().stream().flatMap(GradescopeTable::lines))
        .map(CsvForm.USUAL::row)
        .collect(Collectors.joining());
  }

  private static Stream<List<String>> lines(ClassBook.Row row) {
    boolean isAsked = !row.who().question().isEmpty();
    String points = isAsked ? "" : CsvForm.USUAL.number(row.mark().total());
    List<Student.Who> people = row.who().people();
    return people.isEmpty()
        ? Stream.of(List.of("", row.who().name(), "", points))
        : people.stream().map(who -> line(row.who(), who, points));
  }

  private static List<String> line(Student student, Student.Who who, String points) {
    boolean isAlone = student.people().size() == 1;
    String name = who.name().isEmpty() && isAlone ? student.name() : who.name();
    return List.of(who.email(), turned(name), id(student, who), points);
  }

  /** Which of several ids Gradescope has is known only where the run has chosen one. */
  private static String id(Student student, Student.Who who) {
    if (who.ids().contains(student.id())) {
      return student.id();
    }
    return who.ids().size() == 1 ? who.ids().get(0) : "";
  }

  private static String turned(String name) {
    int comma = name.indexOf(", ");
    return comma < 0 ? name : name.substring(comma + 2) + " " + name.substring(0, comma);
  }

  /** Returns how many people have no address, by which Gradescope knows everybody. */
  public static long withoutAddress(ClassBook book) {
    return book.rows().stream()
        .flatMap(GradescopeTable::lines)
        .filter(line -> line.get(0).isEmpty())
        .count();
  }
}
