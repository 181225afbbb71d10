package dev.kafkalab.grader.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kafkalab.grader.resources.BrokerChoice.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerChoiceTest {

  @Test
  void wordsChooseWhateverTheirCase() {
    assertThat(BrokerChoice.parse("auto")).isEqualTo(BrokerChoice.AUTO);
    assertThat(BrokerChoice.parse("Embedded")).isEqualTo(BrokerChoice.EMBEDDED);
    assertThat(BrokerChoice.parse("CONTAINER")).isEqualTo(BrokerChoice.CONTAINER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:9092",
        "10.0.0.7:19092",
        "one.example:9092,two.example:9092",
        "[::1]:9092"
      })
  void anAddressChoosesTheKafkaThatIsThere(String address) {
    assertThat(BrokerChoice.parse(address)).isEqualTo(new BrokerChoice(Mode.EXTERNAL, address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "external", "localhost", ":9092", "localhost:", "a b:1", "a:1,", "a:1234567"})
  void anythingElseIsRefusedWithWhatThereIsToChooseFrom(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BrokerChoice.parse(text))
        .withMessage(
            "'%s' is not a broker: use auto, embedded, container, or HOST:PORT of a running Kafka.",
            text);
  }

  @Test
  void theImageIsOfTheClientsVersion() {
    assertThat(BrokerChoice.CONTAINER.detail()).matches("apache/kafka:\\d+\\.\\d+\\.\\d+");
  }
}
