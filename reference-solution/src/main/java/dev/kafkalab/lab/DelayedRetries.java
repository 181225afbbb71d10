package dev.kafkalab.lab;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads a partition again, after a delay, from a record that cannot be skipped yet.
 *
 * <p>Meanwhile the partition is paused: {@code poll()} continues with the others and keeps this
 * member in its group.
 */
final class DelayedRetries {

  private final Consumer<?, ?> consumer;
  private final Duration delay;
  private long pausedAt;

  DelayedRetries(Consumer<?, ?> consumer) {
    this(consumer, Duration.ofSeconds(1));
  }

  DelayedRetries(Consumer<?, ?> consumer, Duration delay) {
    this.consumer = consumer;
    this.delay = delay;
  }

  /** Goes back to this record, so that a later poll returns it once more. */
  void add(ConsumerRecord<?, ?> record) {
    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
    consumer.seek(partition, record.offset());
    consumer.pause(List.of(partition));
    pausedAt = System.nanoTime();
  }

  /** Resumes the paused partitions once the delay is over. */
  void resumeWhenDue() {
    // A partition that moved to another member is no longer among the paused ones.
    if (System.nanoTime() - pausedAt >= delay.toNanos()) {
      consumer.resume(consumer.paused());
    }
  }
}
