package dev.kafkalab.grader.tap.note;

import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;

/**
 * A Produce request: records on their way to a topic.
 *
 * @param acks -1 for {@code all}, 0 for none (such a request is never answered), 1 for the leader's
 * @param partitions what it writes to; a topic whose name never passed the tap has its id as name
 * @param recordCount as the batches' headers have it
 */
public record ProduceNote(
    long nanoTime, String clientId, short acks, Set<TopicPartition> partitions, int recordCount)
    implements WireNote {

  /** Copies the partitions, so that a note never changes. */
  public ProduceNote {
    partitions = Set.copyOf(partitions);
  }

  /** Returns the names of the topics that it writes to, sorted. */
  public Set<String> topics() {
    Set<String> topics = new TreeSet<>();
    partitions.forEach(partition -> topics.add(partition.topic()));
    return topics;
  }
}
