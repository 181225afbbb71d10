package dev.kafkalab.grader.evidence;

import dev.kafkalab.grader.offsets.Offsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Reads partitions from their beginning to where they end now. */
final class TopicReader {

  private static final Duration POLL = Duration.ofMillis(500);

  /** So many empty polls in a row mean that the broker is gone, not that it is slow. */
  private static final int MOST_EMPTY_POLLS = 40;

  private final GraderClients clients;

  TopicReader(GraderClients clients) {
    this.clients = clients;
  }

  List<ConsumerRecord<byte[], byte[]>> readAll(Collection<TopicPartition> partitions) {
    return clients.reading(reader -> readAll(reader, partitions));
  }

  private static List<ConsumerRecord<byte[], byte[]>> readAll(
      Consumer<byte[], byte[]> reader, Collection<TopicPartition> partitions) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    reader.assign(partitions);
    reader.seekToBeginning(partitions);
    Offsets ends = new Offsets(reader.endOffsets(partitions));
    int emptyPolls = 0;
    while (!reachedEnds(reader, ends)) {
      var polled = reader.poll(POLL);
      polled.forEach(records::add);
      emptyPolls = polled.isEmpty() ? emptyPolls + 1 : 0;
      if (emptyPolls > MOST_EMPTY_POLLS) {
        throw new KafkaException(
            "the broker stopped responding while the grader read " + ends.byPartition());
      }
    }
    return records;
  }

  /**
   * The position counts, not the records read: control records of transactions are never handed
   * out.
   */
  private static boolean reachedEnds(Consumer<?, ?> reader, Offsets ends) {
    return ends.byPartition().entrySet().stream()
        .allMatch(end -> reader.position(end.getKey()) >= end.getValue());
  }
}
