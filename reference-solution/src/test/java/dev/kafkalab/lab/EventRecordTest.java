package dev.kafkalab.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.api.RecordHeaders;
import dev.kafkalab.api.UserEvent;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class EventRecordTest {

  private static final UserEvent EVENT =
      new UserEvent("ann", UserEvent.LOGIN, Instant.EPOCH, Map.of());

  private final ProducerRecord<String, byte[]> record = EventRecord.of(EVENT, "user-events");

  @Test
  void theKeyIsTheUserAndKafkaChoosesThePartition() {
    assertThat(record.topic()).isEqualTo("user-events");
    assertThat(record.key()).isEqualTo("ann");
    assertThat(record.partition()).isNull();
  }

  @Test
  void theValueIsTheEvent() throws MalformedEventException {
    assertThat(UserEventJson.read(record.value())).isEqualTo(EVENT);
  }

  @Test
  void headersSayWhereItComesFromAndHowToReadIt() {
    assertThat(header(RecordHeaders.SOURCE)).isEqualTo("user-activity-producer");
    assertThat(header(RecordHeaders.VERSION)).isEqualTo("1");
  }

  private String header(String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }
}
