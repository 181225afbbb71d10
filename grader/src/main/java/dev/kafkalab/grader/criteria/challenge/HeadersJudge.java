package dev.kafkalab.grader.criteria.challenge;

import static dev.kafkalab.grader.criteria.stage.Conditions.expect;
import static dev.kafkalab.grader.criteria.stage.Conditions.expectAttempt;

import dev.kafkalab.api.RecordHeaders;
import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.criteria.stage.ProducerStage;
import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.criteria.trace.ProducerTrace;
import dev.kafkalab.grader.evidence.LabJson;
import dev.kafkalab.grader.studentvm.PendingCall;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Judges the headers of events' records. */
final class HeadersJudge {

  private static final List<String> NAMES = List.of(RecordHeaders.SOURCE, RecordHeaders.VERSION);

  private final Stage stage;
  private final ProducerStage producer;

  HeadersJudge(Stage stage) {
    this.stage = stage;
    this.producer = new ProducerStage(stage);
  }

  void judge() {
    List<UserEvent> events = new ArrayList<>(producer.newEvents(12));
    events.add(stage.events().event(events.get(0).userId(), "sign_up"));
    PendingCall unused = producer.deliver(events);
    List<ConsumerRecord<byte[], byte[]>> records = producer.topic().readAll();
    expectAttempt(
        records.stream().anyMatch(record -> NAMES.stream().anyMatch(name -> has(record, name))),
        ChallengeFeedback::noHeaders);
    ProducerTrace trace = producer.run().producerTrace();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      for (String name : NAMES) {
        expect(has(record, name), () -> ChallengeFeedback.headerMissing(name, record, trace));
        byte[] value = record.headers().lastHeader(name).value();
        expect(isText(value), () -> ChallengeFeedback.headerNotText(name, value, trace));
        expect(!saysNull(value), () -> ChallengeFeedback.headerNull(name, trace));
      }
    }
  }

  /** A number's bytes may be valid UTF-8, too, but not such that anybody would call text. */
  private static boolean isText(byte[] value) {
    try {
      String text = LabJson.textOf(value);
      return !text.isBlank() && text.codePoints().noneMatch(Character::isISOControl);
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** What String.valueOf makes of a value that is not there. */
  private static boolean saysNull(byte[] value) {
    return "null".equals(new String(value, StandardCharsets.UTF_8));
  }

  private static boolean has(ConsumerRecord<?, ?> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header != null && header.value() != null && header.value().length > 0;
  }
}
