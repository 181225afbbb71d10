package dev.kafkalab.grader.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {

  @Test
  void textsAreDecoded() {
    assertThat(Query.of("topic=a&user=%C3%A9%20%26%3D").text("user")).isEqualTo("é &=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "topic=", "topic", "other=1"})
  void aTextThatIsMissingIsNamed(String raw) {
    assertThatThrownBy(() -> Query.of(raw).text("topic"))
        .isInstanceOf(BadRequest.class)
        .hasMessage("The request needs 'topic'.");
  }

  @Test
  void whatIsNotWellEncodedIsRefused() {
    assertThatThrownBy(() -> Query.of("topic=%zz")).isInstanceOf(BadRequest.class);
  }

  @Test
  void aNumberMayBeMissing() {
    assertThat(Query.of(null).number("partition")).isEmpty();
    assertThat(Query.of("partition=").number("partition")).isEmpty();
    assertThat(Query.of("partition=2").number("partition")).isEqualTo(OptionalInt.of(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "two", "1e9", "99999999999"})
  void whatIsNoNumberIsRefused(String number) {
    assertThatThrownBy(() -> Query.of("partition=" + number).number("partition"))
        .isInstanceOf(BadRequest.class);
  }

  @Test
  void offsetsAreReadByPartition() {
    assertThat(Query.of("after=0:12,1:40").offsets("after")).contains(Map.of(0, 12L, 1, 40L));
    assertThat(Query.of("topic=a").offsets("after")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "0:", "0:1,", "a:b", "0:-1", "0:99999999999999999999"})
  void otherOffsetsAreRefused(String offsets) {
    assertThatThrownBy(() -> Query.of("after=" + offsets).offsets("after"))
        .isInstanceOf(BadRequest.class)
        .hasMessage("'after' must be like 0:12,1:40.");
  }
}
