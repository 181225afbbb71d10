package dev.kafkalab.grader.criteria.stage;

import static dev.kafkalab.grader.feedback.Fact.fact;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.studentvm.recorder.ClientMade;
import dev.kafkalab.grader.wire.ClientKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MisspeltTest {

  @Test
  void namesWhatWasMeant() {
    assertThat(facts(ClientKind.PRODUCER, "ack,bootstrap.server,retry"))
        .containsExactly(
            fact("not a setting of Kafka's producer", "ack; did you mean acks?"),
            fact(
                "not a setting of Kafka's producer",
                "bootstrap.server; did you mean bootstrap.servers?"),
            fact("not a setting of Kafka's producer", "retry; did you mean retries?"));
    assertThat(facts(ClientKind.CONSUMER, "groupid"))
        .containsExactly(
            fact("not a setting of Kafka's consumer", "groupid; did you mean group.id?"));
  }

  @Test
  void leavesAloneWhatLooksLikeNothingOfKafkas() {
    assertThat(facts(ClientKind.PRODUCER, "my.company.serializer.registry")).isEmpty();
  }

  private static List<Fact> facts(ClientKind kind, String unknown) {
    return Misspelt.in(List.of(new ClientMade(1, 1, kind, 1, null, Map.of("unknown", unknown))));
  }
}
