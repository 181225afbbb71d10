package dev.kafkalab.grader.criteria.poison;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.evidence.Draft;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlaceTest {

  @Test
  void isNamedByItsOffsetAsAWholeNumber() {
    assertThat(place("").isNamedIn(List.of("Skipped events-1@17: no JSON"))).isTrue();
    assertThat(place("").isNamedIn(List.of("Skipped 171", "and 217"))).isFalse();
  }

  @Test
  void isNamedByTheBeginningOfItsValue() {
    assertThat(place(" {invalid json}").isNamedIn(List.of("no event: {invalid json}"))).isTrue();
    assertThat(place("[1]").isNamedIn(List.of("an [1] that says nothing"))).isFalse();
    assertThat(place(null).isNamedIn(List.of("Skipped a record"))).isFalse();
  }

  @Test
  void showsItsValueOnOneLine() {
    assertThat(place("a\nb").shown()).isEqualTo("'a\nb'");
    assertThat(place(" ").shown()).isEqualTo("an empty value");
    assertThat(place(null).shown()).isEqualTo("no value");
    assertThat(place("x".repeat(50)).shown()).isEqualTo("'" + "x".repeat(40) + "…'");
  }

  private static Place place(@Nullable String value) {
    return new Place(
        new TopicPartition("events", 1),
        17,
        new Draft(null, value == null ? null : value.getBytes(UTF_8)));
  }
}
