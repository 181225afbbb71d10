package dev.kafkalab.grader.studentvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.wire.Reply;
import dev.kafkalab.grader.wire.Reply.MetricsRead;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountsTest {

  @Test
  void countsAreReadAndThoseOfZeroLeftOut() {
    assertThat(Counts.of(new MetricsRead(1, Map.of("login", "3", "logout", "0"), 2)))
        .isEqualTo(new Counts(Map.of("login", 3L), 2));
  }

  @Test
  void anyOtherReplyCountsNothing() {
    assertThat(Counts.of(new Reply.Returned(1))).isEqualTo(new Counts(Map.of(), -1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "many", "", "[]", "1e999999999", "99999999999999999999"})
  void whatIsNoCountDiffersFromEveryCount(String count) {
    assertThat(Counts.of(new MetricsRead(1, Map.of("login", count), 0)).handledByType())
        .containsEntry("login", -1L);
  }
}
