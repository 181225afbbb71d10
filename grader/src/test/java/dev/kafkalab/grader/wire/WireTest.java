package dev.kafkalab.grader.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kafkalab.api.LabSettings;
import dev.kafkalab.api.UserEvent;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {

  private static final UserEvent EVENT =
      new UserEvent(
          "user_1",
          "purchase",
          Instant.ofEpochMilli(1_500),
          Map.of("amount", new BigDecimal("19.90"), "item", List.of(Map.of("sku", "ü\n"))));

  @ParameterizedTest
  @MethodSource("dev.kafkalab.grader.wire.Examples#toChild")
  void whatTheGraderSaysArrivesAsItIs(ToChild message) throws IOException {
    String line = new String(Wire.write(message), StandardCharsets.UTF_8);

    assertThat(line).startsWith("{\"kind\":\"" + message.kind() + "\"").doesNotContain("\n");
    assertThat(Wire.readToChild(line)).isEqualTo(message);
  }

  @ParameterizedTest
  @MethodSource("dev.kafkalab.grader.wire.Examples#fromChild")
  void whatTheChildSaysArrivesAsItIs(FromChild message) throws IOException {
    assertThat(read(new String(Wire.write(message), StandardCharsets.UTF_8))).isEqualTo(message);
  }

  @Test
  void anEventArrivesWithAllDigitsOfItsNumbers() throws IOException {
    byte[] line = Wire.write(new ToChild.Send(1, "p", CarriedEvent.of(List.of(EVENT))));
    ToChild.Send read = (ToChild.Send) Wire.readToChild(new String(line, StandardCharsets.UTF_8));

    assertThat(read).isNotNull();
    assertThat(read.events()).extracting(CarriedEvent::event).containsExactly(EVENT);
  }

  @Test
  void aMessageOfFarTooManyPartsIsNone() {
    String lists = "[" + "[],".repeat(Bounds.MOST_TOKENS / 2) + "[]]";

    assertThatThrownBy(() -> read("{\"kind\":\"ready\",\"more\":" + lists + "}"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("200000");
  }

  @Test
  void theValuesOfAMessageAreCounted() {
    byte[] line = "token{\"a\":[1,{}]}".getBytes(StandardCharsets.UTF_8);

    assertThat(Wire.values(line, 5, line.length)).isEqualTo(5);
  }

  @Test
  void whatJsonHasNoFormForArrivesAsText() throws IOException {
    Map<String, Object> data = new HashMap<>();
    data.put("null", null);
    data.put("nan", Double.NaN);
    data.put("locale", Locale.ROOT);
    data.put("list", Arrays.asList(1, null, Locale.FRENCH));
    CarriedEvent event = CarriedEvent.of(new UserEvent("user_1", "other", Instant.EPOCH, data));

    FromChild read =
        read(event("\"event\":" + RecordTree.write(event, Wire.JSON.createObjectNode())));

    assertThat(read).isInstanceOf(FromChild.HandlerCalled.class);
    assertThat(((FromChild.HandlerCalled) read).event().data())
        .containsEntry("null", null)
        .containsEntry("nan", "NaN")
        .containsEntry("locale", "")
        .containsEntry("list", Arrays.asList(1, null, "fr"));
  }

  @Test
  void anEventThatHoldsItselfEnds() {
    Map<String, Object> data = new HashMap<>();
    data.put("self", data);

    assertThat(Wire.write(handed(new UserEvent("user_1", "other", Instant.EPOCH, data))))
        .hasSizeLessThan(2_000);
  }

  @Test
  void settingsArriveWithTheirFile() {
    LabSettings settings =
        new LabSettings("t", "d", "g", Map.of("bootstrap.servers", "x:1"), Path.of("c", "f"));

    assertThat(CarriedSettings.of(settings).settings()).isEqualTo(settings);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"kind\":\"newer\",\"x\":1}",
        "{\"kind\":5}",
        "{\"kind\":\"stop\",\"id\":1}",
        "{}"
      })
  void anUnknownKindIsNoMessage(String line) throws IOException {
    assertThat(read(line)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "5",
        "null",
        "[{\"kind\":\"ready\"}]",
        "{\"kind\":\"ready\"",
        "{\"kind\":\"handlerCalled\",\"question\":1}",
        "{\"kind\":\"handlerCalled\",\"question\":{},\"part\":\"p\",\"method\":\"onLogin\"}",
        "{\"kind\":\"accepted\",\"call\":1}",
        "{\"kind\":\"accepted\",\"call\":1,\"accepted\":[null]}",
        "{\"kind\":\"accepted\",\"call\":1e99,\"accepted\":[true]}",
        "{\"kind\":\"metricsRead\",\"call\":1,\"handled\":{\"login\":null}}",
        "{\"kind\":\"clientMade\",\"of\":\"ADMIN\",\"client\":1,\"settings\":{}}",
        "{\"kind\":\"exitCalled\",\"at\":{\"file\":\"A.java\",\"line\":0}}"
      })
  void whatIsForgedIsRefusedHoweverItIs(String line) {
    assertThatThrownBy(() -> read(line)).isInstanceOf(IOException.class);
  }

  private static FromChild.HandlerCalled handed(UserEvent event) {
    return new FromChild.HandlerCalled(1, "p", "onOther", CarriedEvent.of(event));
  }

  private static String event(String field) {
    return "{\"kind\":\"handlerCalled\",\"question\":1,\"part\":\"p\",\"method\":\"m\","
        + field
        + "}";
  }

  private static FromChild read(String line) throws IOException {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    return Wire.readFromChild(bytes, 0, bytes.length);
  }
}
