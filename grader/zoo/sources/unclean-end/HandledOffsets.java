package dev.kafkalab.lab;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;

/**
 * Commits how far each partition was handled, and marks in the commit that it ended in order.
 *
 * <p>All calls come from the thread that polls: the rebalance callbacks run inside {@code poll()}
 * and {@code close()}.
 */
final class HandledOffsets implements ConsumerRebalanceListener {

  /** If the broker is unavailable, a stop takes at most two of these plus the leaving. */
  private static final Duration MAX_COMMIT = Duration.ofMillis(1_500);

  private final Consumer<?, ?> consumer;
  private static final String CLEAN = "clean";

  private final Map<TopicPartition, OffsetAndMetadata> uncommitted = new HashMap<>();
  private final Map<TopicPartition, OffsetAndMetadata> reached = new HashMap<>();
  private boolean begun;

  HandledOffsets(Consumer<?, ?> consumer) {
    this.consumer = consumer;
  }

  /** Notes that a record was handled. */
  void add(ConsumerRecord<?, ?> record) {
    // A committed offset is the next one to read, hence + 1.
    uncommitted.put(
        new TopicPartition(record.topic(), record.partition()),
        new OffsetAndMetadata(record.offset() + 1, record.leaderEpoch(), ""));
    reached.put(
        new TopicPartition(record.topic(), record.partition()),
        new OffsetAndMetadata(record.offset() + 1, record.leaderEpoch(), CLEAN));
  }

  /** Commits what was noted since the last commit, and waits for the broker's answer. */
  void commit() {
    if (uncommitted.isEmpty()) {
      return;
    }
    try {
      commitDespiteWakeup();
      uncommitted.clear();
    } catch (CommitFailedException e) {
      // The group has evicted this member and given its partitions to others. They will handle
      // these records again: at least once, never less.
      System.err.println("Not committed, another member starts before these: " + uncommitted);
      uncommitted.clear();
    } catch (RebalanceInProgressException | TimeoutException e) {
      // The partitions are still ours: the next commit or the revocation tries again.
      System.err.println("Not committed yet: " + uncommitted);
    }
  }

  /** stop() wakes the consumer once, and that may interrupt the commit instead of the poll. */
  private void commitDespiteWakeup() {
    try {
      consumer.commitSync(uncommitted, MAX_COMMIT);
    } catch (WakeupException e) {
      consumer.commitSync(uncommitted, MAX_COMMIT);
    }
  }

  /** Commits a last time while the partitions still belong to this member. */
  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    uncommitted.putAll(reached);
    commit();
    reached.keySet().removeAll(partitions);
    uncommitted.keySet().removeAll(partitions);
  }

  /** Forgets the partitions: a commit now could overwrite what their new owner has committed. */
  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    reached.keySet().removeAll(partitions);
    uncommitted.keySet().removeAll(partitions);
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    if (begun) {
      return;
    }
    begun = true;
    // What a life was at when it ended badly is better not tried again.
    consumer
        .committed(Set.copyOf(partitions))
        .forEach(
            (partition, offset) -> {
              if (offset != null && !offset.metadata().equals(CLEAN)) {
                consumer.seekToEnd(List.of(partition));
              }
            });
  }
}
