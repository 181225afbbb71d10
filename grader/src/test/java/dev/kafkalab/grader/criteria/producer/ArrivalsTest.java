package dev.kafkalab.grader.criteria.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.evidence.LabJson;
import dev.kafkalab.grader.rubric.CriterionEnded;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

  private static final UserEvent EVENT =
      new UserEvent("ann", UserEvent.LOGIN, Instant.ofEpochMilli(1_700_000_000_125L), Map.of());

  @Test
  void recordsThatAreTheEventsSentBlockNothing() {
    Arrivals arrivals = new Arrivals(List.of(record(LabJson.write(EVENT))));
    arrivals.requireEvents(List.of(EVENT));
    assertThat(arrivals.of(EVENT)).isOne();
  }

  @Test
  void aRecordThatIsNoneOfTheEventsSentIsForTheCriterionOfDelivery() {
    byte[] milliseconds =
        "{\"user_id\":\"ann\",\"event_type\":\"login\",\"timestamp\":1700000000125}"
            .getBytes(StandardCharsets.UTF_8);
    Arrivals arrivals = new Arrivals(List.of(record(LabJson.write(EVENT)), record(milliseconds)));
    assertThatThrownBy(() -> arrivals.requireEvents(List.of(EVENT)))
        .isInstanceOfSatisfying(
            CriterionEnded.class,
            blocked -> assertThat(blocked.outcome().blocker()).isEqualTo("producer.delivers"));
  }

  @Test
  void aRecordWithoutAUserIsForTheCriterionOfDelivery() {
    ConsumerRecord<byte[], byte[]> record = record(new byte[] {'?'});
    assertThatThrownBy(() -> KeysJudge.requireUser(record))
        .isInstanceOfSatisfying(
            CriterionEnded.class,
            blocked -> assertThat(blocked.outcome().blocker()).isEqualTo("producer.delivers"));
  }

  private static ConsumerRecord<byte[], byte[]> record(byte[] value) {
    return new ConsumerRecord<>("user-events", 0, 0, "ann".getBytes(StandardCharsets.UTF_8), value);
  }
}
