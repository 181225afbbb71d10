package dev.kafkalab.grader.criteria.producer;

import static dev.kafkalab.grader.criteria.stage.Conditions.expect;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.criteria.trace.ProducerTrace;
import dev.kafkalab.grader.evidence.LabJson;
import dev.kafkalab.grader.rubric.CriterionEnded;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Compares the events that were sent with the records in the topic. */
final class DeliveryJudge {

  private final List<UserEvent> absent;
  private final List<ConsumerRecord<byte[], byte[]>> strange = new ArrayList<>();
  private final List<UserEvent> events;
  private final int records;
  private final ProducerTrace trace;

  DeliveryJudge(
      List<UserEvent> events, List<ConsumerRecord<byte[], byte[]>> records, ProducerTrace trace) {
    this.events = events;
    this.trace = trace;
    this.records = records.size();
    this.absent = new ArrayList<>(events);
    records.forEach(this::matchOff);
  }

  private void matchOff(ConsumerRecord<byte[], byte[]> record) {
    LabJson.Value value = LabJson.read(LabJson.bytesOf(record));
    boolean known = absent.removeIf(value::is);
    if (!known) {
      strange.add(record);
    }
  }

  void expectExactlyOnceAsJson() {
    for (ConsumerRecord<byte[], byte[]> record : strange) {
      boolean repeats = events.stream().anyMatch(LabJson.read(LabJson.bytesOf(record))::is);
      expect(!repeats, () -> ProducerFeedback.twice(record, records, events.size()));
      expect(absent.isEmpty(), () -> ProducerFeedback.notTheEvent(record, likeliest(record)));
      throw CriterionEnded.failed(ProducerFeedback.neverSent(record));
    }
    expect(
        absent.isEmpty(),
        () -> ProducerFeedback.lost(absent.get(0), absent.size(), events.size(), trace));
  }

  /** Returns the missing event that the record is most like: it shows what the record got wrong. */
  private UserEvent likeliest(ConsumerRecord<byte[], byte[]> record) {
    return absent.stream()
        .min(Comparator.comparingInt(event -> LabJson.distance(event, LabJson.bytesOf(record))))
        .orElseThrow();
  }
}
