package dev.kafkalab.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DelayedRetriesTest {

  private static final TopicPartition P0 = new TopicPartition("user-events", 0);
  private static final TopicPartition P1 = new TopicPartition("user-events", 1);

  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");

  @BeforeEach
  void ownTwoPartitions() {
    consumer.assign(List.of(P0, P1));
    consumer.seek(P0, 9);
    consumer.seek(P1, 9);
  }

  @Test
  void thePartitionGoesBackToTheRecordAndRests() {
    DelayedRetries retries = new DelayedRetries(consumer, Duration.ofDays(1));
    retries.add(new ConsumerRecord<>("user-events", 0, 4, null, null));
    retries.resumeWhenDue();
    assertThat(consumer.position(P0)).isEqualTo(4);
    assertThat(consumer.position(P1)).isEqualTo(9);
    assertThat(consumer.paused()).containsExactly(P0);
  }

  @Test
  void afterTheDelayItGoesOn() {
    DelayedRetries retries = new DelayedRetries(consumer, Duration.ZERO);
    retries.add(new ConsumerRecord<>("user-events", 0, 4, null, null));
    retries.resumeWhenDue();
    assertThat(consumer.paused()).isEmpty();
  }
}
