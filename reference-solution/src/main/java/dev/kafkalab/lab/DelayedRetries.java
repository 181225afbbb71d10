package dev.kafkalab.lab;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Has a partition read again from a record that cannot be passed yet, but not at once.
 *
 * <p>Meanwhile the partition is paused: {@code poll()} goes on with the others and keeps this
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

  /** Lets the paused partitions go on once the delay is over. */
  void resumeWhenDue() {
    // A partition that went to another member is not among the paused any more.
    if (System.nanoTime() - pausedAt >= delay.toNanos()) {
      consumer.resume(consumer.paused());
    }
  }
}
