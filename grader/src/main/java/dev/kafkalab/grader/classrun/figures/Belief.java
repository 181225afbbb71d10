package dev.kafkalab.grader.classrun.figures;

import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.book.GradeReport;
import dev.kafkalab.grader.classrun.book.Student;
import dev.kafkalab.grader.feedback.Misconception;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A misconception, and who has it.
 *
 * @param id as reports name it
 * @param holders in the order of the class; each once, in however many criteria it showed
 */
public record Belief(String id, List<Holder> holders) {

  /** Copies the holders, so that a belief never changes. */
  public Belief {
    holders = List.copyOf(holders);
  }

  /**
   * Who has it.
   *
   * @param places lines of the submission, such as {@code EventProducer.java:12}; may be empty
   */
  public record Holder(Student who, List<String> places) {

    /** Copies the places, so that a holder never changes. */
    public Holder {
      places = List.copyOf(places);
    }
  }

  /** Returns those of a class, the commonest first. */
  public static List<Belief> of(ClassBook book) {
    Map<String, List<Holder>> all = new TreeMap<>();
    for (ClassBook.Row row : book.rows()) {
      GradeReport report = row.report();
      if (report != null) {
        places(report)
            .forEach(
                (id, places) ->
                    all.computeIfAbsent(id, unused -> new ArrayList<>())
                        .add(new Holder(row.who(), List.copyOf(places))));
      }
    }
    return all.entrySet().stream()
        .map(each -> new Belief(each.getKey(), each.getValue()))
        .sorted(Comparator.comparing(each -> -each.holders().size()))
        .toList();
  }

  private static Map<String, NavigableSet<String>> places(GradeReport report) {
    Map<String, NavigableSet<String>> places = new LinkedHashMap<>();
    for (GradeReport.OfCriterion found : report.criteria()) {
      if (found.misconception() != null) {
        NavigableSet<String> own =
            places.computeIfAbsent(found.misconception(), unused -> new TreeSet<>());
        Optional.ofNullable(found.location()).ifPresent(own::add);
      }
    }
    return places;
  }

  /** Returns what the program does; its id where the catalogue does not have it. */
  public String title() {
    return catalogued().map(Misconception::title).orElse(id);
  }

  /** Returns why it causes trouble in production; an empty text where nobody knows. */
  public String why() {
    return catalogued().map(Misconception::why).orElse("");
  }

  private Optional<Misconception> catalogued() {
    return Arrays.stream(Misconception.values()).filter(each -> each.id().equals(id)).findFirst();
  }
}
