package dev.kafkalab.grader.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.console.Search.Found;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class SearchTest {

  private static final String TOPIC = "user-events";
  private static final int MANY = 1_200;

  private final MockConsumer<byte[], byte[]> reader = new MockConsumer<>("earliest");

  @Test
  void aUserIsFoundByTheKeyAndByTheEventInAnyPartition() {
    List<ConsumerRecord<byte[], byte[]>> records =
        List.of(
            record(0, 0, "ann", "{invalid json}"),
            record(0, 1, "bob", "{\"user_id\":\"bob\"}"),
            record(1, 0, null, "{\"user_id\":\"ann\"}"),
            record(1, 1, "annie", "{\"user_id\":\"annie\"}"),
            record(1, 2, "other", "{\"user_id\":\"\\u0061nn\"}"));

    Found found = search(records, Map.of(0, new Span(0, 2), 1, new Span(0, 3)));

    assertThat(found.found()).isEqualTo(3);
    assertThat(found.lookedThrough()).isEqualTo(5);
    assertThat(found.complete()).isTrue();
    assertThat(found.read().next()).isEqualTo(Map.of(0, 2L, 1, 3L));
    assertThat(found.read().records().stream().map(SearchTest::place))
        .containsExactlyInAnyOrder("0:0", "1:0", "1:2");
  }

  @Test
  void ofManyOnlyTheNewestAreKeptAndAllAreCounted() {
    List<ConsumerRecord<byte[], byte[]>> records =
        IntStream.range(0, MANY).mapToObj(i -> record(0, i, "ann", "{}")).toList();

    Found found = search(records, Map.of(0, new Span(0, MANY)));

    assertThat(found.found()).isEqualTo(MANY);
    assertThat(found.read().skipped()).isEqualTo(MANY - Search.MOST_KEPT);
    assertThat(found.read().records())
        .hasSize(Search.MOST_KEPT)
        .allMatch(record -> record.offset() >= MANY - Search.MOST_KEPT);
  }

  @Test
  void whatComesMeanwhileIsLeftToTheNextQuestion() {
    Found found =
        search(
            List.of(record(0, 0, "ann", "{}"), record(0, 1, "ann", "{}")),
            Map.of(0, new Span(0, 1)));

    assertThat(found.found()).isEqualTo(1);
  }

  @Test
  void aSearchThatIsNotWantedAnyMoreEnds() {
    Search search = new Search("ann");
    search.stop();
    List<ConsumerRecord<byte[], byte[]>> records =
        List.of(record(0, 0, "ann", "{}"), record(0, 1, "ann", "{}"));
    Map<Integer, Span> spans = Map.of(0, new Span(0, 2));
    fill(records, spans);

    Found found = search.through(reader, TOPIC, spans);

    assertThat(found.complete()).isFalse();
    assertThat(found.lookedThrough()).isEqualTo(1);
  }

  private Found search(List<ConsumerRecord<byte[], byte[]>> records, Map<Integer, Span> spans) {
    fill(records, spans);
    return new Search("ann").through(reader, TOPIC, spans);
  }

  private void fill(List<ConsumerRecord<byte[], byte[]>> records, Map<Integer, Span> spans) {
    // A MockConsumer takes records of assigned partitions only.
    reader.schedulePollTask(() -> records.forEach(reader::addRecord));
    spans.keySet().forEach(each -> reader.updateBeginningOffsets(Map.of(at(each), 0L)));
  }

  private static TopicPartition at(int partition) {
    return new TopicPartition(TOPIC, partition);
  }

  private static ConsumerRecord<byte[], byte[]> record(
      int partition, long offset, String key, String value) {
    return new ConsumerRecord<>(
        TOPIC,
        partition,
        offset,
        offset,
        TimestampType.CREATE_TIME,
        0,
        0,
        key == null ? null : key.getBytes(StandardCharsets.UTF_8),
        value.getBytes(StandardCharsets.UTF_8),
        new RecordHeaders(),
        Optional.empty());
  }

  private static String place(ShownRecord record) {
    return record.partition() + ":" + record.offset();
  }
}
