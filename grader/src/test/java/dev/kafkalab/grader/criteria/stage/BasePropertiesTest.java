package dev.kafkalab.grader.criteria.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.evidence.EventGenerator;
import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.studentvm.recorder.ClientMade;
import dev.kafkalab.grader.wire.ClientKind;
import dev.kafkalab.grader.wire.CommonSettings;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;

class BasePropertiesTest {

  private final BaseProperties base =
      new BaseProperties(Map.of("request.timeout.ms", "28000", "metadata.max.age.ms", "299000"));

  @Test
  void eachIsASettingOfEveryKindOfClientAndNoneIsInEachRun() {
    List<Set<String>> drawn =
        LongStream.range(0, 100)
            .mapToObj(seed -> BaseProperties.drawnBy(new EventGenerator(seed)).values().keySet())
            .toList();

    Set<String> inEach = new HashSet<>(drawn.get(0));
    for (Set<String> names : drawn) {
      assertThat(AdminClientConfig.configNames()).containsAll(names);
      assertThat(ConsumerConfig.configNames()).containsAll(names);
      assertThat(ProducerConfig.configNames()).containsAll(names);
      assertThat(CommonSettings.NAMES).containsAll(names);
      inEach.retainAll(names);
    }
    assertThat(inEach).isEmpty();
  }

  @Test
  void aClientThatHasOneOfThemHasBeenReached() {
    assertThat(base.missingAt(List.of(made(Map.of("request.timeout.ms", "28000"))))).isEmpty();
  }

  @Test
  void aClientThatHasNoneIsNamedWithItsLine() {
    ClientMade other = made(Map.of("metadata.max.age.ms", "300000"));

    assertThat(base.missingAt(List.of(other)))
        .hasValueSatisfying(
            feedback -> {
              assertThat(feedback.message())
                  .isEqualTo(
                      "A Kafka client was created without the properties of settings.clientProperties().");
              assertThat(feedback.location()).isEqualTo(new Location("A.java", 3));
            });
  }

  private static ClientMade made(Map<String, String> settings) {
    return new ClientMade(1, 1, ClientKind.PRODUCER, 1, new Location("A.java", 3), settings);
  }
}
