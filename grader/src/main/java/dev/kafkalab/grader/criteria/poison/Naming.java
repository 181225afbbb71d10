package dev.kafkalab.grader.criteria.poison;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;

/**
 * Tells whether printed lines name a record: by its offset, or by how its value begins.
 *
 * <p>Lines are full of numbers. One that says in plain words which record it is about names no
 * other one by chance.
 */
final class Naming {

  private static final int LEAST = 4;
  private static final int MOST = 16;

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private final String topic;
  private final String offset;
  private final String value;
  private final Pattern other;
  private final Pattern plainOffset;

  Naming(TopicPartition partition, long offset, String value) {
    this.topic = partition.topic();
    this.offset = Long.toString(offset);
    String text = value.strip();
    this.value = text.substring(0, Math.min(MOST, text.length()));
    this.other = Pattern.compile(otherThan(topic) + "|" + otherThan(partition.toString()));
    this.plainOffset =
        Pattern.compile(
            "(?:%1$s-\\d+\\D+|(?i:offset)\\W{0,3})(\\d+)|(\\d+)(?=\\D+%1$s-\\d)"
                .formatted(Pattern.quote(topic)));
  }

  /** Returns a pattern for names that differ in the number at their end only. */
  private static String otherThan(String name) {
    String number = name.replaceFirst(".*?(\\d*)$", "$1");
    String before = name.substring(0, name.length() - number.length());
    return number.isEmpty() ? "(?!)" : Pattern.quote(before) + "(?!" + number + "(?!\\d))-?\\d";
  }

  boolean in(List<String> lines) {
    return lines.stream().map(Naming::withUsualDigits).anyMatch(this::isNamedIn);
  }

  /** In some languages numbers are printed with other digits. */
  private static String withUsualDigits(String line) {
    StringBuilder usual = new StringBuilder();
    line.codePoints()
        .forEach(
            letter ->
                usual.appendCodePoint(
                    Character.isDigit(letter) ? '0' + Character.digit(letter, 10) : letter));
    return usual.toString();
  }

  private boolean isNamedIn(String line) {
    if (other.matcher(line).find()) {
      return false;
    }
    List<String> plain = plainOffsetsOf(line);
    if (!plain.isEmpty()) {
      return plain.contains(offset);
    }
    return (value.length() >= LEAST && line.contains(value)) || numbersOf(line).contains(offset);
  }

  private List<String> plainOffsetsOf(String line) {
    return plainOffset
        .matcher(line)
        .results()
        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
        .toList();
  }

  /** Returns the numbers of a text, without those in the name of the topic. */
  private List<String> numbersOf(String text) {
    return NUMBER.matcher(text.replace(topic, "")).results().map(MatchResult::group).toList();
  }
}
