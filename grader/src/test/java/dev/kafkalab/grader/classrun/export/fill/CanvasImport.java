package dev.kafkalab.grader.classrun.export.fill;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a gradebook as Canvas does (lib/gradebook_importer.rb). */
final class CanvasImport {

  private static final Pattern TOTAL =
      Pattern.compile(
          "(Current|Final) (Score|Points|Grade)|Override Score|Override Grade|Override Status");
  private static final Pattern HIDDEN = Pattern.compile("(?i)\\s*(Muted|Manual Posting.*)?\\s*");
  private static final Pattern TITLE = Pattern.compile("(.*)\\((\\d+)\\)");

  /** The grade of each student by the id in the second column, by assignment. */
  private final Map<String, Map<String, String>> grades = new HashMap<>();

  private final List<String> newAssignments = new ArrayList<>();

  private CanvasImport() {}

  static CanvasImport of(byte[] sheet, String... known) {
    CanvasImport imported = new CanvasImport();
    char separator = isSemicolon(new String(sheet, UTF_8)) ? ';' : ',';
    List<List<String>> rows = CsvRows.of(sheet, separator);
    List<String> head = rows.get(0);
    boolean hasOneName = head.get(0).contains("Student") && head.get(1).contains("ID");
    boolean hasTwo = head.get(0).equals("LastName") && head.get(1).equals("FirstName");
    int names = hasOneName ? 1 : 2;
    if (head.size() <= 3 || !(hasOneName || hasTwo) || !head.contains("Section")) {
      throw new IllegalArgumentException("Invalid header row");
    }
    for (int column = head.indexOf("Section") + 1; column < head.size(); column++) {
      String title = head.get(column);
      Matcher matcher = TITLE.matcher(title);
      if (TOTAL.matcher(title).find()) {
        continue;
      }
      if (!matcher.matches() || !List.of(known).contains(matcher.group(2))) {
        imported.newAssignments.add(title);
      }
      imported.take(rows, column, names, matcher.matches() ? matcher.group(2) : title);
    }
    return imported;
  }

  private static boolean isSemicolon(String text) {
    List<String> lines = text.lines().limit(3).toList();
    return count(lines, ";") > count(lines, ",");
  }

  private static long count(List<String> lines, String separator) {
    List<Integer> sizes =
        lines.stream().map(line -> line.split(separator, -1).length).distinct().toList();
    return sizes.size() == 1 ? sizes.get(0) : 0;
  }

  private void take(List<List<String>> rows, int column, int id, String assignment) {
    for (List<String> row : rows.subList(1, rows.size())) {
      boolean isHidden = row.stream().allMatch(cell -> HIDDEN.matcher(cell).matches());
      if (row.get(0).contains("Points Possible") || isHidden) {
        continue;
      }
      String grade = row.get(column).strip();
      boolean isNumber = grade.matches("-?[0-9.,]+%?");
      grades
          .computeIfAbsent(assignment, unused -> new HashMap<>())
          .put(row.get(id), isNumber ? grade.replace(',', '.') : grade);
    }
  }

  Map<String, String> grades(String assignment) {
    return grades.getOrDefault(assignment, Map.of());
  }

  List<String> newAssignments() {
    return newAssignments;
  }
}
