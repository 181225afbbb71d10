package dev.kafkalab.grader.console;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** One pass over stretches of a topic's partitions, record by record. */
final class Pass {

  private static final Duration POLL = Duration.ofMillis(100);

  private final Consumer<byte[], byte @Nullable []> reader;
  private final Map<TopicPartition, Span> open = new HashMap<>();

  /**
   * Prepares a pass.
   *
   * @param spans by partition; those that are empty are not read
   */
  Pass(Consumer<byte[], byte @Nullable []> reader, String topic, Map<Integer, Span> spans) {
    this.reader = reader;
    spans.forEach(
        (partition, span) -> {
          if (span.size() > 0) {
            open.put(new TopicPartition(topic, partition), span);
          }
        });
  }

  /**
   * Reads until all is read.
   *
   * @param goesOn receives each record, and says whether it wants more
   * @return whether all was read: false if it took too long, or if no more was wanted
   */
  boolean run(Duration most, Predicate<ConsumerRecord<byte[], byte @Nullable []>> goesOn) {
    reader.assign(open.keySet());
    open.forEach((partition, span) -> reader.seek(partition, span.from()));
    long start = System.nanoTime();
    while (!open.isEmpty()) {
      if (System.nanoTime() - start > most.toNanos()) {
        return false;
      }
      for (ConsumerRecord<byte[], byte @Nullable []> read : reader.poll(POLL)) {
        if (isAsked(read) && !goesOn.test(read)) {
          return false;
        }
      }
      leaveOutWhatIsRead();
    }
    return true;
  }

  private boolean isAsked(ConsumerRecord<?, ?> read) {
    Span span = open.get(new TopicPartition(read.topic(), read.partition()));
    return span != null && read.offset() < span.to();
  }

  /**
   * The position counts, not the records read: marks of transactions and records that were
   * compacted away are never handed out.
   */
  private void leaveOutWhatIsRead() {
    Set<TopicPartition> read =
        open.entrySet().stream()
            .filter(each -> reader.position(each.getKey()) >= each.getValue().to())
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    reader.pause(read);
    open.keySet().removeAll(read);
  }
}
