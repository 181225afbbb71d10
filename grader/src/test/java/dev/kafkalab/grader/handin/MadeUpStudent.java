package dev.kafkalab.grader.handin;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A student who does not exist.
 *
 * @param id the number of the university and of the platform
 */
public record MadeUpStudent(int id, String first, String last, String login) {

  private static final List<String> FIRST =
      List.of(
          "Anna", "Jörg", "Zoë", "Anna Maria", "Łukasz", "Seán", "Gül", "Nguyễn", "D'Arcy", "Åsa");

  private static final List<String> LAST =
      List.of("Müller", "O'Neill", "de la Cruz", "Özdemir-Groß", "Žižek", "Smith", "van ’t Hoff");

  /** Returns as many as asked for, each with another name. */
  public static List<MadeUpStudent> some(int count) {
    List<MadeUpStudent> students = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int round = i / (FIRST.size() * LAST.size());
      String last = LAST.get(i % LAST.size()) + (round == 0 ? "" : " " + letters(round));
      String first = FIRST.get(i / LAST.size() % FIRST.size());
      students.add(new MadeUpStudent(70_001 + i, first, last, "login" + (i + 1)));
    }
    return students;
  }

  private static String letters(int number) {
    return number < 26
        ? String.valueOf((char) ('a' + number))
        : letters(number / 26) + (char) ('a' + number % 26);
  }

  public String name() {
    return first + " " + last;
  }

  public String email() {
    return login + "@example.org";
  }

  /** Returns the name as Canvas makes it. */
  String sortable() {
    return (last + ", " + first).replaceAll("[^\\p{L}\\p{M}\\p{N}_]", "").toLowerCase(Locale.ROOT);
  }

  /** Returns the name as macOS writes it on a disk. */
  String decomposed() {
    return Normalizer.normalize(name(), Normalizer.Form.NFD);
  }
}
