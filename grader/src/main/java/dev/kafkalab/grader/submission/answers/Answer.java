package dev.kafkalab.grader.submission.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a student wrote under one question.
 *
 * @param measured what stands after the label of the part that can be measured; empty where it is
 *     not answered
 * @param text what stands after {@code Why:} or {@code Answer:}; empty where it is not answered
 */
public record Answer(String measured, String text) {

  /** Nothing was written. */
  static final Answer NONE = new Answer("", "");

  /** A number that is no part of a name such as user_999, murmur2 or 5.1. */
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\w.,]|\\d[.])\\d{1,9}(?![\\w]|[.]\\d)");

  /** A number that only says which member is meant. */
  private static final Pattern MEMBER =
      Pattern.compile(
          "(?i)\\b(?:member|consumer|instance|group)s?\\s*(?:no\\.?|nr\\.?|#)?\\s*\\d+");

  private static final List<String> WORDS =
      List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  /** Underscores are part of names, and at the ends of words they make them italic. */
  private static final Pattern ITALIC = Pattern.compile("(?<!\\w)_+|_+(?!\\w)");

  private static final int FEW = 3;

  /** Returns whether anything was written. */
  public boolean isGiven() {
    return !measured.isEmpty() || !text.isEmpty();
  }

  /** Returns whether the free text has at least a few words. */
  public boolean isExplained() {
    return WORD.matcher(text).results().count() >= FEW;
  }

  /**
   * Returns the numbers of the measured part in their order, without those that only count members;
   * as words only where there are none in digits.
   */
  public List<Integer> numbers() {
    String spaced = ITALIC.matcher(measured.replace(",", " , ")).replaceAll(" ");
    String plain = MEMBER.matcher(spaced).replaceAll(" ");
    List<Integer> numbers = new ArrayList<>();
    Matcher digits = NUMBER.matcher(plain);
    while (digits.find()) {
      numbers.add(Integer.valueOf(digits.group()));
    }
    if (numbers.isEmpty()) {
      WORD.matcher(plain.toLowerCase(Locale.ROOT))
          .results()
          .map(word -> WORDS.indexOf(word.group()))
          .filter(number -> number >= 0)
          .forEach(numbers::add);
    }
    return numbers;
  }
}
