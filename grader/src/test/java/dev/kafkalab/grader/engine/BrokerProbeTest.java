package dev.kafkalab.grader.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.resources.BrokerChoice;
import org.junit.jupiter.api.Test;

class BrokerProbeTest {

  @Test
  void anEmbeddedKafkaNeedsNothing() {
    assertThat(BrokerProbe.whyNone(BrokerChoice.EMBEDDED)).isEmpty();
    assertThat(BrokerProbe.whyNone(BrokerChoice.AUTO)).isEmpty();
  }

  @Test
  void anAddressWithoutKafkaSaysWhyThereIsNone() {
    assertThat(BrokerProbe.whyNone(BrokerChoice.parse("kafka.invalid:9092")))
        .get()
        .asString()
        .startsWith("No Kafka responds at kafka.invalid:9092: ")
        .contains("resolvable");
  }
}
