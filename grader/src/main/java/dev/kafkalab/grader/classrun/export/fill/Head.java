package dev.kafkalab.grader.classrun.export.fill;

import dev.kafkalab.grader.classrun.export.sheet.CsvSheet;
import dev.kafkalab.grader.classrun.export.sheet.SheetProblem;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The first line of a sheet: the names of its columns. */
final class Head {

  private final List<String> names;

  private Head(List<String> names) {
    this.names = List.copyOf(names);
  }

  static Head of(CsvSheet sheet) throws SheetProblem {
    if (sheet.rows() == 0) {
      throw SheetProblem.of("The sheet is empty.");
    }
    return new Head(sheet.row(0).stream().map(String::strip).toList());
  }

  /** Returns the names as they are written. */
  List<String> names() {
    return names;
  }

  /**
   * Returns the column with one of these names, in whatever case; -1 if there is none.
   *
   * @throws SheetProblem where several have one
   */
  int find(String... wanted) throws SheetProblem {
    List<String> plain = List.of(wanted).stream().map(Head::plain).toList();
    int[] found =
        IntStream.range(0, names.size())
            .filter(column -> plain.contains(plain(names.get(column))))
            .toArray();
    if (found.length > 1) {
      throw SheetProblem.of(
          "The sheet has the column '%s' more than once.".formatted(names.get(found[0])));
    }
    return found.length == 0 ? -1 : found[0];
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }
}
