package dev.kafkalab.grader.classrun.figures;

import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.book.GradeReport;
import dev.kafkalab.grader.classrun.book.Student;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that was to be handed in, and who did not.
 *
 * @param students in the order of the class; only those who are graded
 */
public record MissingDeliverable(String name, List<Student> students) {

  /** Copies the students, so that it never changes. */
  public MissingDeliverable {
    students = List.copyOf(students);
  }

  /** Returns those of a class, what most lack first. */
  public static List<MissingDeliverable> of(ClassBook book) {
    Map<String, List<Student>> all = new LinkedHashMap<>();
    for (ClassBook.Row row : book.rows()) {
      GradeReport report = row.report();
      if (report != null) {
        report.deliverables().stream()
            .filter(each -> !each.present())
            .forEach(
                each ->
                    all.computeIfAbsent(each.name(), unused -> new ArrayList<>()).add(row.who()));
      }
    }
    return all.entrySet().stream()
        .map(each -> new MissingDeliverable(each.getKey(), each.getValue()))
        .sorted(Comparator.comparing(each -> -each.students().size()))
        .toList();
  }
}
