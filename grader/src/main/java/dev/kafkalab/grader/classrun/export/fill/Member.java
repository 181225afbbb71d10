package dev.kafkalab.grader.classrun.export.fill;

import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.book.Student;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One person of a run, who may share a submission with others.
 *
 * @param row with what counts for the person
 */
record Member(ClassBook.Row row, Student.Who who) {

  private static final Student.Who UNKNOWN = new Student.Who(List.of(), "", "", "", "");

  /** Moodle and Canvas write the student's number behind the name. */
  private static final Pattern LABEL =
      Pattern.compile(".+_(?<number>\\d+)(?:_assignsubmission_.*)?");

  static List<Member> of(ClassBook book) {
    List<Member> all = new ArrayList<>();
    for (ClassBook.Row row : book.rows()) {
      List<Student.Who> people = row.who().people();
      (people.isEmpty() ? List.of(UNKNOWN) : people).forEach(who -> all.add(new Member(row, who)));
    }
    return List.copyOf(all);
  }

  /** Returns the number by which the download names the person; empty if it has none. */
  String number() {
    Matcher matcher = LABEL.matcher(row.who().label());
    return isAlone() && matcher.matches() ? matcher.group("number") : "";
  }

  List<String> ids() {
    return isUnknown() ? List.of(row.who().label()) : who.ids();
  }

  List<String> handles() {
    return isUnknown() ? List.of(row.who().label()) : List.of(who.email(), who.login());
  }

  String name() {
    if (!who.name().isEmpty()) {
      return who.name();
    }
    return isAlone() ? row.who().name() : "";
  }

  String shown() {
    String name =
        Stream.of(name(), who.email(), who.login())
            .filter(each -> !each.isEmpty())
            .findFirst()
            .orElse(row.who().name());
    return name + " (" + row.who().id() + ")";
  }

  private boolean isAlone() {
    return row.who().people().size() <= 1;
  }

  /** A folder that somebody named may have an id, a login, an address or a name. */
  private boolean isUnknown() {
    return who.ids().isEmpty() && (who.name() + who.email() + who.login()).isEmpty();
  }
}
