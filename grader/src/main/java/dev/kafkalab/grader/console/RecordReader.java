package dev.kafkalab.grader.console;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Reads a bounded number of a topic's records. */
final class RecordReader {

  /** How many records one answer has at most; the page keeps no more of them either. */
  static final int MOST_RECORDS = 1_000;

  private static final Duration MOST_TO_READ = Duration.ofSeconds(5);

  private final Clients clients;

  RecordReader(Clients clients) {
    this.clients = clients;
  }

  /**
   * What was read.
   *
   * @param from by partition, the first offset that was asked for: what is before it is older
   * @param next by partition, the offset after the last one
   * @param skipped how many records were left out, because there are too many
   */
  record Read(
      List<ShownRecord> records, Map<Integer, Long> from, Map<Integer, Long> next, long skipped) {}

  /** Reads the newest records of a topic, or of one of its partitions. */
  Read newest(String topic, OptionalInt partition) {
    Map<Integer, Span> extent = new Extent(clients.admin()).of(topic);
    extent.keySet().removeIf(each -> partition.isPresent() && partition.getAsInt() != each);
    return read(topic, extent);
  }

  /** Reads the newest of the records that are older than these offsets, by partition. */
  Read before(String topic, Map<Integer, Long> offsets) {
    return read(topic, parts(topic, offsets, Span::endingBefore));
  }

  /** Reads the records from these offsets on, by partition; of too many, the newest. */
  Read after(String topic, Map<Integer, Long> offsets) {
    return read(topic, parts(topic, offsets, Span::startingAt));
  }

  private Map<Integer, Span> parts(
      String topic, Map<Integer, Long> offsets, BiFunction<Span, Long, Span> part) {
    Map<Integer, Span> extent = new Extent(clients.admin()).of(topic);
    Map<Integer, Span> parts = new TreeMap<>();
    offsets.forEach(
        (partition, offset) ->
            Optional.ofNullable(extent.get(partition))
                .ifPresent(whole -> parts.put(partition, part.apply(whole, offset))));
    return parts;
  }

  /** Reads the newest of what there is. */
  private Read read(String topic, Map<Integer, Span> available) {
    Map<Integer, Span> spans = Span.newest(available, MOST_RECORDS);
    Kept kept = new Kept();
    boolean complete =
        clients.reading(reader -> new Pass(reader, topic, spans).run(MOST_TO_READ, kept::add));
    if (!complete) {
      throw new TimeoutException("the records of " + topic + " did not come in time");
    }
    Map<Integer, Long> from = new TreeMap<>();
    Map<Integer, Long> next = new TreeMap<>();
    spans.forEach(
        (partition, span) -> {
          from.put(partition, span.from());
          next.put(partition, span.to());
        });
    return new Read(kept.records, from, next, Span.size(available) - Span.size(spans));
  }

  /** Keeps records; if their values are long, the last ones are cut shorter. */
  private static final class Kept {

    private static final int MOST_CHARACTERS = 4_000_000;
    private static final int MOST_OF_OTHERS = 200;

    private final List<ShownRecord> records = new ArrayList<>();
    private long characters;

    private boolean add(ConsumerRecord<byte[], byte @Nullable []> read) {
      boolean hasRoom = characters < MOST_CHARACTERS;
      ShownRecord shown =
          ShownRecord.of(read, hasRoom ? ShownRecord.MOST_OF_VALUE : MOST_OF_OTHERS);
      characters += shown.size();
      records.add(shown);
      return true;
    }
  }
}
