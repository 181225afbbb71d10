package dev.kafkalab.grader.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.compare.Contrast.Setting;
import dev.kafkalab.grader.compare.Contrast.Use;
import dev.kafkalab.grader.feedback.KafkaUsage;
import dev.kafkalab.grader.feedback.KafkaUsage.Call;
import dev.kafkalab.grader.feedback.KafkaUsage.Client;
import dev.kafkalab.grader.feedback.Location;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContrastTest {

  private static final Location HERE = new Location("A.java", 3);

  @Test
  void settingsWithOtherValuesDiffer() {
    Contrast contrast =
        Contrast.between(
            made(producer(Map.of("acks", "1", "retries", "3"))),
            made(producer(Map.of("acks", "-1", "retries", "3"))));

    assertThat(contrast.settings()).containsExactly(new Setting("producer", "acks", "1", "-1"));
    assertThat(contrast.isEmpty()).isFalse();
  }

  @Test
  void aSettingThatOnlyOneHasDiffers() {
    Contrast contrast =
        Contrast.between(made(producer(Map.of())), made(producer(Map.of("transactional.id", "t"))));

    assertThat(contrast.settings())
        .containsExactly(new Setting("producer", "transactional.id", "none", "t"));
  }

  @Test
  void theValuesOfSeveralClientsStandTogetherInOrder() {
    Contrast contrast =
        Contrast.between(
            made(producer(Map.of("acks", "1")), producer(Map.of("acks", "-1"))),
            made(producer(Map.of("acks", "-1"))));

    assertThat(contrast.settings()).containsExactly(new Setting("producer", "acks", "-1, 1", "-1"));
  }

  @Test
  void theOrderInWhichClientsWereMadeIsNoDifference() {
    Client one = producer(Map.of("acks", "1"));
    Client other = producer(Map.of("acks", "-1"));

    assertThat(Contrast.between(made(one, other), made(other, one)).isEmpty()).isTrue();
  }

  @Test
  void clientsThatOnlyOneMadeAreToldWithoutTheirSettings() {
    Client consumer = new Client("consumer", Map.of("group.protocol", "classic"));

    assertThat(Contrast.between(made(), made(consumer)).settings())
        .containsExactly(new Setting("consumer", "clients", "none", "some"));
    assertThat(Contrast.between(made(consumer), made()).settings())
        .containsExactly(new Setting("consumer", "clients", "some", "none"));
  }

  @Test
  void methodsThatOnlyOneCallsDiffer() {
    Contrast contrast =
        Contrast.between(
            called(new Call("consumer", "poll", List.of(HERE)), sync("consumer")),
            called(new Call("consumer", "poll", List.of()), sync("producer")));

    assertThat(contrast.calls())
        .containsExactly(
            new Use("consumer", "commitSync", true, List.of(HERE)),
            new Use("producer", "commitSync", false, List.of(HERE)));
  }

  @Test
  void whatIsInAnotherContrastCanBeTakenOut() {
    Contrast all =
        Contrast.between(
            made(producer(Map.of("acks", "1", "retries", "3"))),
            made(producer(Map.of("acks", "-1", "retries", "4"))));
    Contrast acks =
        Contrast.between(made(producer(Map.of("acks", "1"))), made(producer(Map.of("acks", "-1"))));

    assertThat(all.without(acks).settings())
        .containsExactly(new Setting("producer", "retries", "3", "4"));
    assertThat(all.without(all).isEmpty()).isTrue();
  }

  private static Call sync(String kind) {
    return new Call(kind, "commitSync", List.of(HERE));
  }

  private static Client producer(Map<String, String> settings) {
    return new Client("producer", settings);
  }

  private static KafkaUsage made(Client... clients) {
    return new KafkaUsage(List.of(clients), List.of(), 0, 0, List.of());
  }

  private static KafkaUsage called(Call... calls) {
    return new KafkaUsage(List.of(), List.of(calls), 0, 0, List.of());
  }
}
