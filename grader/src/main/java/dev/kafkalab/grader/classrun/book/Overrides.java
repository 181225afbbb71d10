package dev.kafkalab.grader.classrun.book;

import dev.kafkalab.grader.table.CsvTable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads {@code overrides.csv}: points that were given by hand, which no grading ever changes. */
final class Overrides {

  private static final String HEAD = "id,criterion,points,reason,by,at";

  private Overrides() {}

  /**
   * Reads the file of a run; without one, nothing was changed.
   *
   * @param criteria the ids that may be named
   * @throws RunProblem where a line is not as it must be: it is never left out in silence
   */
  static List<PointsByHand> read(Path file, Set<String> criteria) throws IOException, RunProblem {
    List<PointsByHand> all = new ArrayList<>();
    if (!Files.exists(file)) {
      return all;
    }
    CsvTable table;
    try {
      table = CsvTable.read(file);
    } catch (CsvTable.NoTable e) {
      throw new RunProblem("'%s' is no table: %s.".formatted(file, e.getMessage()));
    }
    List<String> head = table.head();
    if (head.isEmpty()) {
      return all;
    }
    int id = head.indexOf("id");
    int criterion = head.indexOf("criterion");
    int points = head.indexOf("points");
    if (id < 0 || criterion < 0 || points < 0) {
      throw new RunProblem("The first line of '%s' must be %s.".formatted(file, HEAD));
    }
    for (List<String> row : table.rows().subList(1, table.rows().size())) {
      PointsByHand each =
          new PointsByHand(
              CsvTable.cell(row, id),
              CsvTable.cell(row, criterion),
              number(CsvTable.cell(row, points), file),
              CsvTable.cell(row, head.indexOf("reason")),
              CsvTable.cell(row, head.indexOf("by")),
              CsvTable.cell(row, head.indexOf("at")));
      if (!each.isOfAll() && !criteria.contains(each.criterion())) {
        throw new RunProblem(
            "'%s' names the criterion '%s', which this run does not have."
                .formatted(file, each.criterion()));
      }
      all.add(each);
    }
    return all;
  }

  /** A decimal comma is understood: a spreadsheet may have saved the file. */
  private static BigDecimal number(String text, Path file) throws RunProblem {
    try {
      BigDecimal number = new BigDecimal(text.replace(',', '.'));
      if (number.signum() >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new RunProblem("'%s' has '%s' where points belong.".formatted(file, text));
  }
}
