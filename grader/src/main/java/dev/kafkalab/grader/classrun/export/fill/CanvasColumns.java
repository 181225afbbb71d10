package dev.kafkalab.grader.classrun.export.fill;

import dev.kafkalab.grader.classrun.export.sheet.SheetProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The assignments of a gradebook of Canvas, by the rules of its lib/gradebook_importer.rb.
 *
 * @param all in the order of the sheet
 */
record CanvasColumns(List<Assignment> all) {

  private static final Pattern WITH_ID = Pattern.compile("(?<title>.*)\\((?<id>\\d+)\\)");

  /** Totals, which are no assignments. */
  private static final Pattern TOTAL =
      Pattern.compile("(?:Current|Final) (?:Score|Points|Grade)|Override (?:Score|Grade|Status)");

  /**
   * An assignment.
   *
   * @param id empty where the sheet does not say it
   */
  record Assignment(int column, String header, String title, String id) {}

  CanvasColumns {
    all = List.copyOf(all);
  }

  /**
   * Finds the columns behind those of the student.
   *
   * @throws SheetProblem where Canvas would not take the sheet for a gradebook
   */
  static CanvasColumns of(Head head) throws SheetProblem {
    List<String> names = head.names();
    int section = head.find("Section");
    if (!isGradebook(names) || section < 0) {
      throw SheetProblem.of(
          "This is no gradebook of Canvas: its first columns are Student (or LastName and FirstName)"
              + " and ID, and the last one about the student is Section.");
    }
    List<Assignment> all = new ArrayList<>();
    for (int column = section + 1; column < names.size(); column++) {
      String header = names.get(column);
      Matcher matcher = WITH_ID.matcher(header);
      boolean hasId = matcher.matches();
      if (!header.isEmpty() && !TOTAL.matcher(header).find()) {
        all.add(
            new Assignment(
                column,
                header,
                hasId ? matcher.group("title").strip() : header,
                hasId ? matcher.group("id") : ""));
      }
    }
    return new CanvasColumns(all);
  }

  private static boolean isGradebook(List<String> names) {
    boolean hasOneName =
        names.size() > 3 && names.get(0).contains("Student") && names.get(1).contains("ID");
    boolean hasTwoNames =
        names.size() > 4
            && names.get(0).equals("LastName")
            && names.get(1).equals("FirstName")
            && names.get(2).contains("ID");
    return hasOneName || hasTwoNames;
  }

  /**
   * Returns the column of an assignment: by its number, or else by its title.
   *
   * @param wanted {@code TITLE (ID)}, the id or the title; empty for the only one
   * @throws SheetProblem where there is none, or more than one
   */
  int choose(String wanted) throws SheetProblem {
    String text = wanted.strip();
    Matcher matcher = WITH_ID.matcher(text);
    String id = matcher.matches() ? matcher.group("id") : text;
    List<Predicate<Assignment>> ways =
        text.isEmpty()
            ? List.of(each -> !each.id().isEmpty())
            : List.of(
                each -> each.id().equals(id),
                each -> each.header().equals(text),
                each -> each.title().equals(text));
    for (Predicate<Assignment> way : ways) {
      List<Assignment> found = all.stream().filter(way).toList();
      if (found.size() == 1) {
        return found.get(0).column();
      }
      if (found.size() > 1) {
        throw SheetProblem.question(
            "Which assignment is it? Name one with --assignment: " + named(found));
      }
    }
    throw SheetProblem.of(
        "The sheet has no assignment%s. It has: %s"
            .formatted(text.isEmpty() ? "" : " '" + text + "'", named(all)));
  }

  private static String named(List<Assignment> some) {
    return some.isEmpty()
        ? "none."
        : some.stream()
            .map(each -> '"' + each.header() + '"')
            .collect(Collectors.joining(", ", "", "."));
  }
}
