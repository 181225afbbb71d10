package dev.kafkalab.grader.classrun;

import dev.kafkalab.grader.feedback.DeadText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes a class as CSV (RFC 4180, with a byte-order mark, by which Excel knows UTF-8): a line for
 * each participant, and a column for each criterion.
 */
public final class ClassTable {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final List<String> HEAD =
      List.of(
          "id",
          "name",
          "group",
          "state",
          "score",
          "maxScore",
          "bonus",
          "maxBonus",
          "late",
          "isolation",
          "seed",
          "tries",
          "seconds",
          "problem");

  private ClassTable() {}

  /**
   * Returns the table.
   *
   * @param criteria the ids of the criteria that have a column each
   */
  public static String of(List<Standing> standings, List<String> criteria) {
    StringBuilder table = new StringBuilder(BYTE_ORDER_MARK);
    List<String> head = new ArrayList<>(HEAD);
    head.addAll(criteria);
    table.append(row(head));
    for (Standing standing : standings) {
      table.append(row(cells(standing, criteria)));
    }
    return table.toString();
  }

  private static List<String> cells(Standing standing, List<String> criteria) {
    Points points = standing.points();
    List<String> cells =
        new ArrayList<>(
            List.of(
                standing.who().id(),
                standing.who().name(),
                standing.who().group(),
                standing.state().word(),
                points == null ? "" : Integer.toString(points.score()),
                points == null ? "" : Integer.toString(points.maxScore()),
                points == null ? "" : Integer.toString(points.bonus()),
                points == null ? "" : Integer.toString(points.maxBonus()),
                Boolean.toString(standing.who().isLate()),
                points == null ? "" : points.isolation(),
                points == null ? "" : Long.toString(points.seed()),
                Integer.toString(standing.tries()),
                String.format(Locale.ROOT, "%.1f", standing.seconds()),
                standing.problem()));
    Map<String, Integer> earned =
        points == null
            ? Map.of()
            : points.criteria().stream()
                .collect(Collectors.toMap(Points.OfCriterion::id, Points.OfCriterion::points));
    for (String criterion : criteria) {
      Integer each = earned.get(criterion);
      cells.add(each == null ? "" : each.toString());
    }
    return cells;
  }

  private static String row(List<String> cells) {
    return cells.stream().map(DeadText::ofCell).collect(Collectors.joining(",")) + "\r\n";
  }
}
