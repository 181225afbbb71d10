package dev.kafkalab.grader.criteria.producer;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.evidence.LabJson;
import dev.kafkalab.grader.rubric.CriterionEnded;
import dev.kafkalab.grader.rubric.CriterionId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Finds events among the records of a topic. */
final class Arrivals {

  private record Arrival(ConsumerRecord<byte[], byte[]> record, LabJson.Value value) {

    static Arrival of(ConsumerRecord<byte[], byte[]> record) {
      return new Arrival(record, LabJson.read(LabJson.bytesOf(record)));
    }
  }

  private final List<Arrival> arrivals;

  /** Takes all that is in the topic. */
  Arrivals(List<ConsumerRecord<byte[], byte[]>> records) {
    arrivals = records.stream().map(Arrival::of).toList();
  }

  /** Counts the records that are this event. */
  long of(UserEvent event) {
    return those(event).count();
  }

  /**
   * Blocks a criterion that looks for events among records which are none of those that were sent:
   * what a record looks like is another one's.
   */
  void requireEvents(List<UserEvent> sent) {
    boolean readable = arrivals.stream().allMatch(each -> sent.stream().anyMatch(each.value()::is));
    if (!readable) {
      throw CriterionEnded.blocked(
          CriterionId.PRODUCER_DELIVERS, ProducerFeedback.noReadableEvents());
    }
  }

  /** Returns the first record that is this event. */
  Optional<ConsumerRecord<byte[], byte[]>> first(UserEvent event) {
    return those(event).map(Arrival::record).findFirst();
  }

  private Stream<Arrival> those(UserEvent event) {
    return arrivals.stream().filter(each -> each.value().is(event));
  }
}
