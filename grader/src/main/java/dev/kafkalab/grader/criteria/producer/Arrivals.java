package dev.kafkalab.grader.criteria.producer;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.evidence.LabJson;
import dev.kafkalab.grader.rubric.CriterionEnded;
import dev.kafkalab.grader.rubric.CriterionId;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Finds events among the records of a topic.
 *
 * @param records all that is in it
 */
record Arrivals(List<ConsumerRecord<byte[], byte[]>> records) {

  /** Counts the records that are this event. */
  long of(UserEvent event) {
    return records.stream().filter(record -> is(record, event)).count();
  }

  /**
   * Blocks a criterion that looks for events among records which are none of those that were sent:
   * what a record looks like is another one's.
   */
  void requireEvents(List<UserEvent> sent) {
    boolean readable =
        records.stream().allMatch(record -> sent.stream().anyMatch(event -> is(record, event)));
    if (!readable) {
      throw CriterionEnded.blocked(
          CriterionId.PRODUCER_DELIVERS, ProducerFeedback.noReadableEvents());
    }
  }

  /** Returns the first record that is this event. */
  Optional<ConsumerRecord<byte[], byte[]>> first(UserEvent event) {
    return records.stream().filter(record -> is(record, event)).findFirst();
  }

  private static boolean is(ConsumerRecord<byte[], byte[]> record, UserEvent event) {
    return LabJson.is(event, LabJson.bytesOf(record));
  }
}
