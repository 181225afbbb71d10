package dev.kafkalab.grader.evidence;

import dev.kafkalab.api.UserEvent;
import org.apache.kafka.common.TopicPartition;

/**
 * An event that the grader put into the topic, and where it is.
 *
 * @param event the event
 * @param partition its partition
 * @param offset its offset there
 */
public record PublishedEvent(UserEvent event, TopicPartition partition, long offset) {

  /** Returns where it is, in the words of reports. */
  public String place() {
    return "partition " + partition.partition() + ", offset " + offset;
  }

  /** No two are in one place; an event's own hash goes through all of its data. */
  @Override
  public int hashCode() {
    return 31 * partition.hashCode() + Long.hashCode(offset);
  }
}
