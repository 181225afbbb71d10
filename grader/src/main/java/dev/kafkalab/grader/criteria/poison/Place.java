package dev.kafkalab.grader.criteria.poison;

import dev.kafkalab.grader.evidence.Draft;
import dev.kafkalab.grader.evidence.LabTopic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A malformed record where it was published.
 *
 * @param draft its key and value
 */
public record Place(TopicPartition partition, long offset, Draft draft) {

  private static final int MOST_SHOWN = 40;

  /** Publishes it. */
  public static Place of(LabTopic topic, int partition, String key, byte @Nullable [] value) {
    Draft draft = Draft.keyed(key, value);
    long offset = topic.publishDrafts(partition, List.of(draft)).get(0);
    return new Place(topic.partition(partition), offset, draft);
  }

  /** Returns whether these lines name it, in whatever words. */
  boolean isNamedIn(List<String> lines) {
    return new Naming(partition, offset, text()).in(lines);
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
