package dev.kafkalab.grader.criteria.producer;

import static dev.kafkalab.grader.criteria.stage.Conditions.expect;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.criteria.trace.ProducerTrace;
import dev.kafkalab.grader.evidence.LabJson;
import dev.kafkalab.grader.rubric.CriterionEnded;
import dev.kafkalab.grader.rubric.CriterionId;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Compares the order in which events were sent with that in which they first arrived. */
final class OrderJudge {

  private final List<UserEvent> sent;
  private final List<ConsumerRecord<byte[], byte[]>> records;
  private final ProducerTrace trace;

  /**
   * A record that was retried after the cut counts where it arrived first: another criterion judges
   * duplicates.
   */
  private final Set<Integer> arrivals = new LinkedHashSet<>();

  OrderJudge(
      List<UserEvent> sent, List<ConsumerRecord<byte[], byte[]>> records, ProducerTrace trace) {
    this.sent = sent;
    this.records = records;
    this.trace = trace;
    records.forEach(record -> arrivals.add(indexOf(record)));
    arrivals.remove(-1);
  }

  private int indexOf(ConsumerRecord<byte[], byte[]> record) {
    LabJson.Value value = LabJson.read(LabJson.bytesOf(record));
    for (int i = 0; i < sent.size(); i++) {
      if (value.is(sent.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /** Without the user as key there is no order to judge: Kafka keeps it only in a partition. */
  void requireKeys() {
    for (ConsumerRecord<byte[], byte[]> record : records) {
      String user = KeysJudge.requireUser(record);
      boolean keyed =
          record.key() != null && new String(record.key(), StandardCharsets.UTF_8).equals(user);
      if (!keyed) {
        throw CriterionEnded.blocked(
            CriterionId.PRODUCER_KEY_AFFINITY,
            ProducerFeedback.noOrderWithoutKeys(record.key() != null, trace));
      }
    }
    if (arrivals.isEmpty()) {
      throw CriterionEnded.blocked(
          CriterionId.PRODUCER_DELIVERS, ProducerFeedback.noReadableEvents());
    }
  }

  void expectArrivalAfterTheCut(List<UserEvent> lastPart) {
    boolean some = arrivals.stream().anyMatch(index -> lastPart.contains(sent.get(index)));
    expect(some, () -> ProducerFeedback.silentAfterTheCut(lastPart.size(), trace));
  }

  /**
   * Expects the order in which the events were sent.
   *
   * @param acks how the producer asked for confirmation: less than all switches off what keeps the
   *     order, too ({@code enable.idempotence} in ProducerConfig)
   */
  void expectSentOrder(AcksJudge acks) {
    Map<String, Integer> latest = new HashMap<>();
    for (int index : arrivals) {
      UserEvent event = sent.get(index);
      int before = latest.getOrDefault(event.userId(), -1);
      if (before > index) {
        acks.requireAll();
      }
      expect(
          before < index,
          () ->
              ProducerFeedback.overtaken(event.userId(), numberOf(index), numberOf(before), trace));
      latest.put(event.userId(), index);
    }
  }

  /** Returns the event's place among those of its user, counted from 1. */
  private long numberOf(int index) {
    String user = sent.get(index).userId();
    return sent.subList(0, index + 1).stream().filter(e -> e.userId().equals(user)).count();
  }
}
