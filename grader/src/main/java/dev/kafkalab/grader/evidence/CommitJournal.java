package dev.kafkalab.grader.evidence;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.internals.Topic;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.coordinator.group.generated.OffsetCommitKey;
import org.apache.kafka.coordinator.group.generated.OffsetCommitValue;

/**
 * Every commit that was ever accepted, in its order: a replay of Kafka's own {@code
 * __consumer_offsets}.
 *
 * <p>The last committed offset, which {@code Admin} tells, hides what was committed before it.
 */
public final class CommitJournal {

  /**
   * Keys of version 0 and 1 are commits, those above are group metadata: OffsetCommitKey.json in
   * Kafka's sources.
   */
  private static final short NEWEST_COMMIT_KEY = 1;

  private final GraderClients clients;

  /** Reads through these clients. */
  public CommitJournal(GraderClients clients) {
    this.clients = clients;
  }

  /** Reads the commits of a group up to now, oldest first. */
  public List<Commit> commitsOf(String group) {
    return new TopicReader(clients)
        .readAll(partitionOf(group)).stream()
            .map(CommitJournal::read)
            .flatMap(Optional::stream)
            .filter(commit -> commit.group().equals(group))
            .toList();
  }

  /** A group has all its commits in one partition: GroupCoordinator.partitionFor. */
  private List<TopicPartition> partitionOf(String group) {
    try {
      TopicDescription topic =
          Objects.requireNonNull(
              BrokerAnswer.of(
                      clients
                          .admin()
                          .describeTopics(List.of(Topic.GROUP_METADATA_TOPIC_NAME))
                          .allTopicNames())
                  .get(Topic.GROUP_METADATA_TOPIC_NAME));
      int partition = Utils.abs(group.hashCode()) % topic.partitions().size();
      return List.of(new TopicPartition(topic.name(), partition));
    } catch (UnknownTopicOrPartitionException e) {
      return List.of(); // no group has done anything yet
    }
  }

  private static Optional<Commit> read(ConsumerRecord<byte[], byte[]> record) {
    ByteBuffer key = ByteBuffer.wrap(record.key());
    if (key.getShort() > NEWEST_COMMIT_KEY || record.value() == null) {
      return Optional.empty();
    }
    OffsetCommitKey where = new OffsetCommitKey(new ByteBufferAccessor(key), (short) 0);
    ByteBuffer value = ByteBuffer.wrap(record.value());
    short version = value.getShort();
    OffsetCommitValue what = new OffsetCommitValue(new ByteBufferAccessor(value), version);
    return Optional.of(
        new Commit(
            where.group(),
            new TopicPartition(where.topic(), where.partition()),
            what.offset(),
            what.commitTimestamp()));
  }
}
