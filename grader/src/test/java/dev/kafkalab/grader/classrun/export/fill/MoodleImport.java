package dev.kafkalab.grader.classrun.export.fill;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes a grading worksheet as Moodle does (mod/assign/feedback/offline/importgradeslib.php and
 * locallib.php): what does not suit it, it skips without a word.
 */
final class MoodleImport {

  /** What the importer calls things, by the language of the page. */
  enum Language {
    ENGLISH(
        "Identifier", "Grade", "Last modified (grade)", "Feedback comments", "Participant ", '.'),
    GERMAN(
        "ID",
        "Bewertung",
        "Zuletzt geändert (Bewertung)",
        "Feedback als Kommentar",
        "Teilnehmer/in",
        ',');

    private final String id;
    private final String grade;
    private final String modified;
    private final String comments;
    private final String participant;
    private final char decimal;

    Language(
        String id,
        String grade,
        String modified,
        String comments,
        String participant,
        char decimal) {
      this.id = id;
      this.grade = grade;
      this.modified = modified;
      this.comments = comments;
      this.participant = participant;
      this.decimal = decimal;
    }
  }

  private final Map<Integer, BigDecimal> grades = new HashMap<>();
  private final Map<Integer, String> comments = new HashMap<>();

  private MoodleImport() {}

  static MoodleImport of(
      byte[] sheet, char separator, Language language, int most, Set<Integer> locked) {
    MoodleImport imported = new MoodleImport();
    List<List<String>> rows = CsvRows.of(sheet, separator);
    List<String> head = rows.get(0);
    for (String needed : List.of(language.id, language.grade, language.modified)) {
      if (!head.contains(needed)) {
        throw new IllegalArgumentException("Invalid worksheet: no " + needed);
      }
    }
    for (List<String> row : rows.subList(1, rows.size())) {
      if (row.size() != head.size()) {
        throw new IllegalArgumentException("Invalid number of columns: " + row);
      }
      int id =
          Integer.parseInt(
              row.get(head.indexOf(language.id)).substring(language.participant.length()));
      String text = row.get(head.indexOf(language.grade));
      if (text.isEmpty() || locked.contains(id)) {
        continue;
      }
      BigDecimal grade = new BigDecimal(text.replace(language.decimal, '.'));
      if (grade.signum() >= 0 && grade.compareTo(BigDecimal.valueOf(most)) <= 0) {
        imported.grades.put(id, grade);
        imported.comments.put(id, row.get(head.indexOf(language.comments)));
      }
    }
    return imported;
  }

  Map<Integer, BigDecimal> grades() {
    return grades;
  }

  String comment(int id) {
    return comments.getOrDefault(id, "");
  }
}
