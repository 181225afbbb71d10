package dev.kafkalab.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.junit.jupiter.api.Test;

class HandledOffsetsTest {

  private static final String TOPIC = "user-events";
  private static final TopicPartition P0 = new TopicPartition(TOPIC, 0);

  private final CommitRecorder consumer = new CommitRecorder();
  private final HandledOffsets offsets = new HandledOffsets(consumer);

  @Test
  void whatIsCommittedIsTheNextOffsetOfEachPartition() {
    handle(0, 4);
    handle(0, 5);
    handle(2, 9);
    offsets.commit();
    assertThat(consumer.committed).containsOnly(Map.entry(0, 6L), Map.entry(2, 10L));
  }

  @Test
  void withoutNewRecordsNothingIsSent() {
    handle(0, 4);
    offsets.commit();
    offsets.commit();
    assertThat(consumer.calls).isEqualTo(1);
  }

  @Test
  void aWakeupDoesNotCostTheCommit() {
    consumer.failures.add(new WakeupException());
    handle(0, 4);
    offsets.commit();
    assertThat(consumer.committed).containsOnly(Map.entry(0, 5L));
  }

  @Test
  void aCommitThatTimesOutIsMadeUpForByTheNext() {
    consumer.failures.add(new TimeoutException("stalled"));
    handle(0, 4);
    offsets.commit();
    assertThat(consumer.committed).isEmpty();
    offsets.commit();
    assertThat(consumer.committed).containsOnly(Map.entry(0, 5L));
  }

  @Test
  void aMemberThatWasPutOutDoesNotCommitLater() {
    consumer.failures.add(new CommitFailedException());
    handle(0, 4);
    offsets.commit();
    offsets.commit();
    assertThat(consumer.committed).isEmpty();
  }

  @Test
  void aRevokedPartitionIsCommittedFirst() {
    handle(0, 4);
    offsets.onPartitionsRevoked(List.of(P0));
    assertThat(consumer.committed).containsOnly(Map.entry(0, 5L));
  }

  @Test
  void aRevokedPartitionIsForgottenEvenWhenItsCommitTimesOut() {
    consumer.failures.add(new TimeoutException("stalled"));
    handle(0, 4);
    offsets.onPartitionsRevoked(List.of(P0));
    offsets.commit();
    assertThat(consumer.committed).isEmpty();
  }

  @Test
  void aLostPartitionIsForgottenAndTheOthersAreNot() {
    handle(0, 4);
    handle(1, 7);
    offsets.onPartitionsLost(List.of(P0));
    offsets.commit();
    assertThat(consumer.committed).containsOnly(Map.entry(1, 8L));
  }

  private void handle(int partition, long offset) {
    offsets.add(new ConsumerRecord<>(TOPIC, partition, offset, new byte[0], new byte[0]));
  }

  /** Notes the commits; fails as told first. */
  private static final class CommitRecorder extends MockConsumer<byte[], byte[]> {

    private final Map<Integer, Long> committed = new TreeMap<>();
    private final Deque<RuntimeException> failures = new ArrayDeque<>();
    private int calls;

    CommitRecorder() {
      super("earliest");
    }

    @Override
    public synchronized void commitSync(
        Map<TopicPartition, OffsetAndMetadata> offsets, Duration timeout) {
      calls++;
      if (!failures.isEmpty()) {
        throw failures.remove();
      }
      offsets.forEach((partition, next) -> committed.put(partition.partition(), next.offset()));
    }
  }
}
