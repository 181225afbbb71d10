package dev.kafkalab.grader.criteria.poison;

import dev.kafkalab.grader.evidence.Draft;
import dev.kafkalab.grader.evidence.LabTopic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A malformed record where it was published.
 *
 * @param draft its key and value
 */
public record Place(TopicPartition partition, long offset, Draft draft) {

  private static final int LEAST = 4;
  private static final int MOST = 16;
  private static final int MOST_SHOWN = 40;

  /** Publishes it. */
  public static Place of(LabTopic topic, int partition, String key, byte @Nullable [] value) {
    Draft draft = Draft.keyed(key, value);
    long offset = topic.publishDrafts(partition, List.of(draft)).get(0);
    return new Place(topic.partition(partition), offset, draft);
  }

  /**
   * Returns whether a line names it, in whatever words: by its offset, or by how its value begins.
   *
   * <p>A line that says in plain words which record it is about names no other one by chance.
   */
  boolean isNamedIn(List<String> lines) {
    String begin = beginning();
    Pattern other =
        Pattern.compile(otherThan(partition.topic()) + "|" + otherThan(partition.toString()));
    Pattern offsetInPlainWords =
        Pattern.compile(
            "(?:%1$s-\\d+\\D+|(?i:offset)\\W{0,3})(\\d+)|(\\d+)(?=\\D+%1$s-\\d)"
                .formatted(Pattern.quote(partition.topic())));
    return lines.stream()
        .filter(line -> !other.matcher(line).find())
        .anyMatch(
            line -> {
              List<String> offsets =
                  offsetInPlainWords
                      .matcher(line)
                      .results()
                      .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                      .toList();
              return offsets.isEmpty()
                  ? number().matcher(line).find()
                      || (begin.length() >= LEAST && line.contains(begin))
                  : offsets.contains(Long.toString(offset));
            });
  }

  /** Returns a pattern for names that differ in the number at their end only. */
  private static String otherThan(String name) {
    String number = name.replaceFirst(".*?(\\d*)$", "$1");
    String before = name.substring(0, name.length() - number.length());
    return number.isEmpty() ? "(?!)" : Pattern.quote(before) + "(?!" + number + "(?!\\d))-?\\d";
  }

  private Pattern number() {
    return Pattern.compile("(?<!\\d)" + offset + "(?!\\d)");
  }

  private String beginning() {
    String text = text().strip();
    return text.substring(0, Math.min(MOST, text.length()));
  }

  /** Returns its value as a message can show it. */
  public String shown() {
    String text = text();
    if (draft.value() == null) {
      return "no value";
    }
    if (text.isBlank()) {
      return "an empty value";
    }
    boolean isLong = text.length() > MOST_SHOWN;
    return "'" + (isLong ? text.substring(0, MOST_SHOWN) + "…" : text) + "'";
  }

  private String text() {
    byte @Nullable [] value = draft.value();
    return value == null ? "" : new String(value, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "partition " + partition.partition() + ", offset " + offset;
  }
}
