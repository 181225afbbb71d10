package dev.kafkalab.grader.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.api.UserEvent;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabJsonTest {

  private static final UserEvent PURCHASE =
      new UserEvent(
          "user_7",
          UserEvent.PURCHASE,
          Instant.ofEpochMilli(1_764_835_200_125L),
          inOrder("amount", new BigDecimal("19.90"), "item", "Käsekuchen"));

  private static final UserEvent LOGIN =
      new UserEvent(
          "user_7",
          UserEvent.LOGIN,
          Instant.ofEpochSecond(1_764_835_200L),
          inOrder("tags", List.of("t1", "珈琲"), "device", Map.of("trusted", true)));

  @Test
  void anEventIsWrittenAsOneFlatObject() {
    assertThat(new String(LabJson.write(PURCHASE), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {"user_id":"user_7","event_type":"purchase","timestamp":1764835200.125,\
            "amount":19.90,"item":"Käsekuchen"}""");
  }

  @Test
  void aTimestampOfFullSecondsIsWrittenWithoutAnExponent() {
    assertThat(new String(LabJson.write(LOGIN), StandardCharsets.UTF_8))
        .contains("\"timestamp\":1764835200.000,");
  }

  @Test
  void anAmountKeepsItsZerosAndHasNoExponent() {
    UserEvent event =
        new UserEvent(
            "u", "purchase", LOGIN.timestamp(), Map.of("amount", new BigDecimal("100.00")));

    assertThat(new String(LabJson.write(event), StandardCharsets.UTF_8))
        .contains("\"amount\":100.00}");
  }

  @Test
  void aRecordIsNearestToTheEventOfItsTimeWhateverElseIsWrong() {
    byte[] wrong =
        "{\"user_id\":\"user_7\",\"timestamp\":1764835200125,\"data\":{}}"
            .getBytes(StandardCharsets.UTF_8);

    assertThat(LabJson.distance(PURCHASE, wrong)).isLessThan(LabJson.distance(LOGIN, wrong));
  }

  @Test
  void textThatIsNotUtf8IsNoJson() {
    String text = new String(LabJson.write(PURCHASE), StandardCharsets.UTF_8);
    for (Charset charset :
        List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16, StandardCharsets.ISO_8859_1)) {
      assertThat(LabJson.differences(PURCHASE, text.getBytes(charset)))
          .as(charset.name())
          .containsExactly("the value is not one JSON object in UTF-8");
    }
  }

  @Test
  void whatWasWrittenIsTheEvent() {
    assertThat(LabJson.differences(PURCHASE, LabJson.write(PURCHASE))).isEmpty();
    assertThat(LabJson.differences(LOGIN, LabJson.write(LOGIN))).isEmpty();
  }

  @Test
  void theOrderOfFieldsDoesNotCount() {
    assertThat(
            differences(
                """
                {"item":"Käsekuchen","timestamp":1764835200.125,"event_type":"purchase",
                 "amount":19.90,"user_id":"user_7"}"""))
        .isEmpty();
  }

  @Test
  void equalNumbersMayBeWrittenDifferently() {
    assertThat(differences(withAmount("19.9"))).isEmpty();
    assertThat(differences(withAmount("1.99E1"))).isEmpty();
    UserEvent one = new UserEvent("u", "login", LOGIN.timestamp(), Map.of("n", 1));
    UserEvent sameOne = new UserEvent("u", "login", LOGIN.timestamp(), Map.of("n", 1.0));
    assertThat(LabJson.differences(one, LabJson.write(sameOne))).isEmpty();
    assertThat(LabJson.differences(one, sameOne)).isEmpty();
  }

  @Test
  void numbersThatDifferAreTold() {
    assertThat(differences(withAmount("19.91")))
        .containsExactly("field \"amount\" should be 19.90 but is 19.91");
  }

  @Test
  void theLastDigitsOfADoubleDoNotCountInATimestamp() {
    assertThat(differences(withTimestamp("1764835200.1250002"))).isEmpty();
    assertThat(differences(withTimestamp("1.764835200125E9"))).isEmpty();
  }

  @Test
  void aTimestampInMillisecondsIsToldAsSuch() {
    assertThat(differences(withTimestamp("1764835200125")))
        .containsExactly(
            "timestamp should be in seconds (1764835200.125) but is in milliseconds (1764835200125)");
  }

  @Test
  void aTimestampWithoutItsMillisecondsIsAnotherTime() {
    assertThat(differences(withTimestamp("1764835200")))
        .containsExactly("timestamp should be 1764835200.125 but is 1764835200");
  }

  @Test
  void aTimestampAsTextIsToldAsSuch() {
    assertThat(differences(withTimestamp("\"2025-12-04T08:00:00.125Z\"")))
        .containsExactly(
            "timestamp should be the number 1764835200.125 but is \"2025-12-04T08:00:00.125Z\"");
  }

  /** Compared digit by digit it would take minutes and all memory. */
  @Test
  void aTimestampOfABillionDigitsIsAnotherTime() {
    assertThat(differences(withTimestamp("1e999999999")))
        .containsExactly("timestamp should be 1764835200.125 but is 1E+999999999");
  }

  @Test
  void missingFieldsAreToldByName() {
    assertThat(differences("{}"))
        .containsExactly(
            "user_id should be \"user_7\" but is missing",
            "event_type should be \"purchase\" but is missing",
            "timestamp is missing",
            "field \"amount\" is missing",
            "field \"item\" is missing");
  }

  @Test
  void dataThatIsNestedIsMissingBesideTheOtherFields() {
    assertThat(
            differences(
                """
                {"user_id":"user_7","event_type":"purchase","timestamp":1764835200.125,
                 "data":{"amount":19.90,"item":"Käsekuchen"}}"""))
        .containsExactly(
            "field \"amount\" is missing",
            "field \"data\" does not belong to the event",
            "field \"item\" is missing");
  }

  @Test
  void aFieldTooManyIsTold() {
    assertThat(differences(withAmount("19.90,\"currency\":\"EUR\"")))
        .containsExactly("field \"currency\" does not belong to the event");
  }

  @Test
  void aFieldOfTheWrongTypeIsTold() {
    assertThat(differences(withAmount("\"19.90\"")))
        .containsExactly("field \"amount\" should be 19.90 but is \"19.90\"");
    assertThat(differences(withTimestamp("1764835200.125").replace("\"user_7\"", "7")))
        .containsExactly("user_id should be \"user_7\" but is 7");
  }

  @Test
  void brokenLettersAreTold() {
    byte[] value =
        new String(LabJson.write(PURCHASE), StandardCharsets.UTF_8)
            .replace("ä", "?")
            .getBytes(StandardCharsets.UTF_8);
    assertThat(LabJson.differences(PURCHASE, value))
        .containsExactly("field \"item\" should be \"Käsekuchen\" but is \"K?sekuchen\"");
  }

  @Test
  void anotherEncodingIsNotJson() {
    byte[] latin1 =
        new String(LabJson.write(PURCHASE), StandardCharsets.UTF_8)
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(LabJson.differences(PURCHASE, latin1))
        .containsExactly("the value is not one JSON object in UTF-8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "UserEvent[userId=user_7]",
        "[]",
        "null",
        "\"login\"",
        "{} {}",
        "{\"user_id\":\"a\",\"user_id\":\"b\"}"
      })
  void whatIsNotOneObjectIsToldAsSuch(String value) {
    assertThat(differences(value)).containsExactly("the value is not one JSON object in UTF-8");
  }

  @Test
  void eventsThatDifferAreToldFieldByField() {
    UserEvent got =
        new UserEvent("user_8", "login", Instant.EPOCH, inOrder("amount", "19.90", "x", 1));

    assertThat(LabJson.differences(PURCHASE, got))
        .containsExactly(
            "userId should be user_7 but is user_8",
            "eventType should be purchase but is login",
            "timestamp should be 2025-12-04T08:00:00.125Z but is 1970-01-01T00:00:00Z",
            "field \"amount\" should be 19.90 but is \"19.90\"",
            "field \"item\" is missing",
            "field \"x\" does not belong to the event");
  }

  @Test
  void anEventWhoseTimeIsOffByAMillisecondIsTheSame() {
    assertThat(LabJson.differences(PURCHASE, at(PURCHASE.timestamp().minusMillis(1)))).isEmpty();
    assertThat(LabJson.differences(PURCHASE, at(PURCHASE.timestamp().minusMillis(2)))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+1000000000-12-31T23:59:59.999999999Z", "-1000000000-01-01T00:00:00Z"})
  void timesAtTheEndsOfTimeAreOtherTimes(String time) {
    assertThat(LabJson.differences(PURCHASE, at(Instant.parse(time)))).hasSize(1);
  }

  private static UserEvent at(Instant time) {
    return new UserEvent(PURCHASE.userId(), PURCHASE.eventType(), time, PURCHASE.data());
  }

  private static List<String> differences(String value) {
    return LabJson.differences(PURCHASE, value.getBytes(StandardCharsets.UTF_8));
  }

  private static String withAmount(String amount) {
    return """
    {"user_id":"user_7","event_type":"purchase","timestamp":1764835200.125,\
    "amount":%s,"item":"Käsekuchen"}"""
        .formatted(amount);
  }

  private static String withTimestamp(String timestamp) {
    return """
    {"user_id":"user_7","event_type":"purchase","timestamp":%s,\
    "amount":19.90,"item":"Käsekuchen"}"""
        .formatted(timestamp);
  }

  private static Map<String, Object> inOrder(String one, Object first, String two, Object second) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put(one, first);
    data.put(two, second);
    return data;
  }
}
