package dev.kafkalab.grader.handin.mend;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out what a file was called before platforms, browsers and editors renamed it. */
final class FileNames {

  static final String FACTORY = "KafkaLabFactory.java";

  private static final List<Pattern> PREFIXES =
      List.of(
          Pattern.compile(".+?_\\d+_assignsubmission_file_(?=.)"),
          Pattern.compile(".+_attempt_\\d{4}(?:-\\d\\d){5}_(?=.)"),
          Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+?(?:_LATE)?_\\d+_\\d+_(?=.)"),
          Pattern.compile("(?:LATE_)?anon_\\p{Alnum}+_\\d+_(?=.)"),
          Pattern.compile("\\d{14}_(?=.)"));

  private static final Pattern DOUBLED =
      Pattern.compile(
          "(?<stem>.+?)(?:\\s*\\(\\d+\\)|-\\d+|\\s+-\\s+(?:Copy|Kopie)(?:\\s*\\(\\d+\\))?)(?<ending>\\.\\w+)");

  private static final Set<String> ANSWERS =
      Set.of("answers.md", "answers.txt", "answers.md.txt", "answers.markdown");

  private static final List<String> PICTURES = List.of(".png", ".jpg", ".jpeg");

  private FileNames() {}

  /** Returns the name without what a platform put before it. */
  static String withoutPrefix(String name) {
    if (name.indexOf('_') < 0) {
      return name; // most names: who only grades a right folder waits for no pattern
    }
    for (Pattern prefix : PREFIXES) {
      Matcher start = prefix.matcher(name);
      if (start.lookingAt()) {
        return name.substring(start.end());
      }
    }
    return name;
  }

  /** Returns the name without the number of a copy. */
  static String withoutNumber(String name) {
    if (name.indexOf('(') < 0 && name.indexOf('-') < 0) {
      return name;
    }
    Matcher doubled = DOUBLED.matcher(name);
    return doubled.matches() ? doubled.group("stem") + doubled.group("ending") : name;
  }

  /** Returns the name without either. */
  static String original(String name) {
    return withoutNumber(withoutPrefix(name));
  }

  static boolean isJava(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".java");
  }

  static boolean isFactory(String name) {
    return original(name).equalsIgnoreCase(FACTORY);
  }

  static boolean isAnswers(String name) {
    return ANSWERS.contains(original(name).toLowerCase(Locale.ROOT));
  }

  static boolean isPicture(String name) {
    return PICTURES.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
  }
}
