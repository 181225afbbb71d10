package dev.kafkalab.grader.handin.roster;

import dev.kafkalab.grader.table.CsvTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a roster: a table with a header, of our own columns or of a platform's export. */
public final class RosterFile {

  private static final Pattern PARTICIPANT = Pattern.compile("(?:\\D+ |Teilnehmer\\P{L}?in)(\\d+)");

  private RosterFile() {}

  /**
   * Reads the file.
   *
   * @throws RosterProblem where it is no such table, or names one id twice
   * @throws IOException where it cannot be read
   */
  public static Roster read(Path file) throws IOException, RosterProblem {
    List<List<String>> rows = table(file).rows();
    if (rows.isEmpty()) {
      throw new RosterProblem("The roster %s is empty.".formatted(file));
    }
    Map<Column, List<Integer>> places = places(rows.get(0));
    if (places.keySet().stream().noneMatch(Column::identifies)) {
      throw new RosterProblem(
          "The roster %s has no column that tells who is who: its first line needs at least one of id, name, email, login."
              .formatted(file));
    }
    List<Person> people = new ArrayList<>();
    for (List<String> row : rows.subList(1, rows.size())) {
      person(row, places).ifPresent(people::add);
    }
    insistOnDifferentIds(file, people);
    return new Roster(people);
  }

  private static CsvTable table(Path file) throws IOException, RosterProblem {
    try {
      return CsvTable.read(file);
    } catch (CsvTable.NoTable e) {
      throw new RosterProblem(
          "The roster %s is no table of comma-separated values: %s"
              .formatted(file, e.getMessage()));
    }
  }

  private static Map<Column, List<Integer>> places(List<String> header) {
    Map<Column, List<Integer>> places = new EnumMap<>(Column.class);
    for (int i = 0; i < header.size(); i++) {
      int place = i;
      Column.of(header.get(i))
          .ifPresent(
              column -> places.computeIfAbsent(column, unused -> new ArrayList<>()).add(place));
    }
    return places;
  }

  /** Rows of a gradebook that are no students', such as that of the maximum, identify nobody. */
  private static Optional<Person> person(List<String> row, Map<Column, List<Integer>> places) {
    String name = cell(row, places, Column.NAME);
    String first = cell(row, places, Column.FIRST);
    String last = cell(row, places, Column.LAST);
    if (name.isEmpty()) {
      name = (first + " " + last).strip();
    }
    Set<String> ids = ids(row, places);
    String email = cell(row, places, Column.EMAIL);
    String login = cell(row, places, Column.LOGIN);
    boolean isNobody = ids.isEmpty() && email.isEmpty() && login.isEmpty() && name.isEmpty();
    if (isNobody || name.contains("Points Possible")) {
      return Optional.empty();
    }
    return Optional.of(
        new Person(
            ids.stream().findFirst().orElse(""),
            ids,
            name,
            email,
            login,
            cell(row, places, Column.GROUP),
            cell(row, places, Column.DUE),
            Submitted.of(cell(row, places, Column.SUBMITTED)),
            cell(row, places, Column.NOTE)));
  }

  /** Moodle writes "Participant 12345" or "Teilnehmer/in12345", and Brightspace "#12345". */
  private static Set<String> ids(List<String> row, Map<Column, List<Integer>> places) {
    Set<String> ids = new LinkedHashSet<>();
    for (int place : places.getOrDefault(Column.ID, List.of())) {
      String id = CsvTable.cell(row, place).replaceFirst("^#", "");
      var participant = PARTICIPANT.matcher(id);
      ids.add(participant.matches() ? participant.group(1) : id);
    }
    ids.remove("");
    return ids;
  }

  private static String cell(List<String> row, Map<Column, List<Integer>> places, Column column) {
    return places.getOrDefault(column, List.of()).stream()
        .map(place -> CsvTable.cell(row, place))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static void insistOnDifferentIds(Path file, List<Person> people) throws RosterProblem {
    Map<String, Person> known = new HashMap<>();
    for (Person person : people) {
      Person other = known.put(person.id().toLowerCase(Locale.ROOT), person);
      if (other != null && !person.id().isEmpty()) {
        throw new RosterProblem(
            "The roster %s has the id %s twice: %s and %s."
                .formatted(file, person.id(), other.shown(), person.shown()));
      }
    }
  }
}
