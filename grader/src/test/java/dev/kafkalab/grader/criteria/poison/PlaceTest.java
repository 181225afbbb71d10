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
    assertThat(place("").isNamedIn(List.of("partition: 1", "offset: 17"))).isTrue();
    assertThat(place("").isNamedIn(List.of("Skipped events-\u0661@\u0661\u0667"))).isTrue();
    assertThat(place("").isNamedIn(List.of("Skipped 171", "and 217"))).isFalse();
  }

  @Test
  void isNamedByTheBeginningOfItsValue() {
    assertThat(place(" {invalid json}").isNamedIn(List.of("no event: {invalid json}"))).isTrue();
    assertThat(place("[1]").isNamedIn(List.of("an [1] that says nothing"))).isFalse();
    assertThat(place(null).isNamedIn(List.of("Skipped a record"))).isFalse();
  }

  @Test
  void isNotNamedByAnotherPlace() {
    Place place = place("{invalid json}");
    assertThat(place.isNamedIn(List.of("events-1@18: {invalid json}"))).isFalse();
    assertThat(place.isNamedIn(List.of("events-1@16: {invalid json}"))).isFalse();
    assertThat(place.isNamedIn(List.of("events-2@17: {invalid json}"))).isFalse();
    assertThat(place.isNamedIn(List.of("events-12, offset 17"))).isFalse();
    assertThat(place.isNamedIn(List.of("events--1@17"))).isFalse();
    assertThat(place.isNamedIn(List.of("events-1, offset 17"))).isTrue();
    assertThat(place.isNamedIn(List.of("events-1@18: line 1, column 17"))).isFalse();
    assertThat(place.isNamedIn(List.of("partition = 1, offset = 18, size = 17"))).isFalse();
    assertThat(place.isNamedIn(List.of("partition = 1, offset = 17, size = 18"))).isTrue();
    assertThat(place.isNamedIn(List.of("2026: record 17 of events-1 at 10:18"))).isTrue();
    assertThat(place.isNamedIn(List.of("2026: events-1@17"))).isTrue();
    assertThat(place.isNamedIn(List.of("events-1@18: {invalid json}", "events-1@17"))).isTrue();
  }

  @Test
  void isNotNamedByALineAboutAnotherTopic() {
    Place place = new Place(new TopicPartition("events-3", 1), 17, new Draft(null, null));
    assertThat(place.isNamedIn(List.of("events-2-1@17"))).isFalse();
    assertThat(place.isNamedIn(List.of("events-31-1@17"))).isFalse();
    assertThat(place.isNamedIn(List.of("events-3-1@17"))).isTrue();
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
