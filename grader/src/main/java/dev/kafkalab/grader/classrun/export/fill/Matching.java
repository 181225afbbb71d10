package dev.kafkalab.grader.classrun.export.fill;

import dev.kafkalab.grader.classrun.export.fill.Found.Nobody;
import dev.kafkalab.grader.classrun.export.fill.Found.One;
import dev.kafkalab.grader.classrun.export.fill.Found.Unsure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds out which row of a sheet is whose: by what is unique first, by a name only at last. */
final class Matching {

  private final Students students;
  private final List<Whom> rows;
  private final boolean isNumberedAlike;

  private Matching(Students students, List<Whom> rows) {
    this.students = students;
    this.rows = rows;
    this.isNumberedAlike = rows.stream().anyMatch(students::isNumberedAlike);
  }

  /** Returns whose each row is, in their order. */
  static List<Found> of(List<Whom> rows, Collection<Member> members) {
    return new Matching(new Students(List.copyOf(members)), rows).all();
  }

  private List<Found> all() {
    List<Found> found = new ArrayList<>(rows.stream().map(students::find).toList());
    Set<Member> taken = members(found).keySet();
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i) instanceof Nobody) {
        found.set(i, byName(rows.get(i), taken));
      }
    }
    Map<Member, Long> rowsOf = members(found);
    return found.stream().map(each -> insistOnOneRow(each, rowsOf)).toList();
  }

  private static Map<Member, Long> members(List<Found> found) {
    return found.stream()
        .filter(One.class::isInstance)
        .map(each -> ((One) each).member())
        .collect(Collectors.groupingBy(each -> each, HashMap::new, Collectors.counting()));
  }

  /** Whoever has a row by a number is not meant by another one with the same name. */
  private Found byName(Whom whom, Set<Member> taken) {
    Set<Member> named = students.named(whom);
    if (taken.containsAll(named)) {
      return new Nobody();
    }
    if (named.size() > 1) {
      return Students.mayBe(named);
    }
    Member one = named.iterator().next();
    boolean isOther = isNumberedAlike && !whom.number().isEmpty() && !one.number().isEmpty();
    return isOther
        ? new Unsure("has the name of " + one.shown() + ", but another number", List.of(one))
        : new One(one);
  }

  private static Found insistOnOneRow(Found found, Map<Member, Long> rowsOf) {
    return found instanceof One one && rowsOf.getOrDefault(one.member(), 1L) > 1
        ? new Unsure("several rows may be " + one.member().shown() + "'s", List.of(one.member()))
        : found;
  }
}
