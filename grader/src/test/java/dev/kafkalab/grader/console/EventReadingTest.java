package dev.kafkalab.grader.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventReadingTest {

  private static final String BUT = "JSON, but not an event of the lab: ";

  @Test
  void anEventHasNoFault() {
    assertThat(
            read(
                "{\"user_id\":\"user_7\",\"event_type\":\"purchase\",\"timestamp\":1764835200.125,\"amount\":19.90}"))
        .isEqualTo(new EventReading("user_7", "purchase", null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"event_type":"login","timestamp":1}              | user_id is missing
          {"user_id":42,"event_type":"login","timestamp":1} | user_id must be a string
          {"user_id":"a","event_type":null,"timestamp":1}   | event_type must be a string
          {"user_id":"a","event_type":"b","timestamp":"1"}  | timestamp must be a number
          {"user_id":"a","event_type":"b"}                  | timestamp is missing
          []                                                | it is not an object
          null                                              | it is not an object
          """)
  void jsonThatIsNoEventSaysWhy(String value, String why) {
    assertThat(read(value).fault()).isEqualTo(BUT + why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{invalid json}", "", " ", "{\"a\":1} trailing", "{\"a\":", "hello"})
  void whatIsNotJsonIsMarked(String value) {
    assertThat(read(value).fault()).startsWith("not JSON: ");
  }

  @Test
  void whatIsNestedTooDeeplyIsMarkedToo() {
    assertThat(read("[".repeat(200_000)).fault()).startsWith("not JSON: ");
  }

  @Test
  void bytesAndNothingAreMarked() {
    assertThat(EventReading.of(new byte[] {-1}).fault()).isEqualTo("not UTF-8 text");
    assertThat(EventReading.of(null).fault()).isEqualTo("no value");
  }

  @Test
  void theUserIsReadEvenIfTheRestIsWrong() {
    assertThat(read("{\"user_id\":\"a\"}").user()).isEqualTo("a");
  }

  private static EventReading read(String value) {
    return EventReading.of(value.getBytes(StandardCharsets.UTF_8));
  }
}
