package dev.kafkalab.grader.criteria;

import static dev.kafkalab.grader.criteria.Verdicts.expect;
import static dev.kafkalab.grader.criteria.Verdicts.expectAttempt;

import dev.kafkalab.api.RecordHeaders;
import dev.kafkalab.grader.studentvm.PendingCall;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Judges the headers of events' records. */
final class Headers {

  private static final List<String> NAMES = List.of(RecordHeaders.SOURCE, RecordHeaders.VERSION);

  private final ProducerStage producer;

  Headers(Stage stage) {
    this.producer = new ProducerStage(stage);
  }

  void judge() {
    PendingCall unused = producer.deliver(producer.newEvents(12));
    List<ConsumerRecord<byte[], byte[]>> records = producer.topic().readAll();
    expectAttempt(
        records.stream().anyMatch(record -> NAMES.stream().anyMatch(name -> has(record, name))),
        ChallengeFeedback::noHeaders);
    ProducerTrace trace = ProducerTrace.of(producer.run());
    for (ConsumerRecord<byte[], byte[]> record : records) {
      for (String name : NAMES) {
        expect(has(record, name), () -> ChallengeFeedback.headerMissing(name, record, trace));
      }
    }
  }

  private static boolean has(ConsumerRecord<?, ?> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header != null && header.value() != null && header.value().length > 0;
  }
}
