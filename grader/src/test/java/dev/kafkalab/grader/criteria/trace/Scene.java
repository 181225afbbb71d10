package dev.kafkalab.grader.criteria.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.feedback.Misconception;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** What the feedback of these tests is about, and how it is read word for word. */
public final class Scene {

  public static final Instant TIME = Instant.parse("2025-12-04T08:00:00.125Z");
  public static final UserEvent LOGOUT = new UserEvent("user_7", UserEvent.LOGOUT, TIME, Map.of());
  public static final String LOGOUT_JSON =
      "{\"user_id\":\"user_7\",\"event_type\":\"logout\",\"timestamp\":1764835200.125}";

  private Scene() {}

  public static PublishedEvent published(int partition, long offset) {
    return new PublishedEvent(
        new UserEvent("user_7", UserEvent.LOGOUT, TIME.plusMillis(offset * 10), Map.of()),
        partition(partition),
        offset);
  }

  public static TopicPartition partition(int number) {
    return new TopicPartition("events", number);
  }

  public static ConsumerRecord<byte[], byte[]> record(@Nullable String key, String value) {
    byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    return new ConsumerRecord<>(
        "events",
        2,
        17,
        0,
        TimestampType.CREATE_TIME,
        0,
        0,
        keyBytes,
        value.getBytes(StandardCharsets.UTF_8),
        new RecordHeaders(),
        Optional.empty());
  }

  /** Reads feedback word for word; the facts alternate names and values. */
  public static void assertReads(Feedback feedback, String message, String hint, String... facts) {
    assertThat(feedback.message()).isEqualTo(message);
    assertThat(feedback.hint()).isEqualTo(hint);
    assertThat(feedback.facts().stream().flatMap(Scene::words)).containsExactly(facts);
  }

  /** Reads the belief and the line; null where there should be none. */
  public static void assertBelief(
      Feedback feedback, @Nullable Misconception belief, @Nullable Location at) {
    assertThat(feedback.misconception()).isEqualTo(belief);
    assertThat(feedback.location()).isEqualTo(at);
  }

  private static Stream<String> words(Fact fact) {
    return Stream.of(fact.name(), fact.value());
  }
}
