package dev.kafkalab.grader.studentvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountsTest {

  @Test
  void countsAreReadAndThoseOfZeroLeftOut() throws IOException {
    assertThat(counts("{\"handled\": {\"login\": \"3\", \"logout\": \"0\"}, \"malformed\": 2}"))
        .isEqualTo(new Counts(Map.of("login", 3L), 2));
  }

  @Test
  void whatIsNotThereCountsNothing() throws IOException {
    assertThat(counts("{}")).isEqualTo(new Counts(Map.of(), -1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "many", "", "[]"})
  void whatIsNoNumberDiffersFromEveryCount(String count) throws IOException {
    assertThat(counts("{\"handled\": {\"login\": \"%s\"}}".formatted(count)).handledByType())
        .containsEntry("login", -1L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "99999999999999999999"})
  void aCountThatNoCounterReachesIsNeverOneThatIsExpected(String count) throws IOException {
    assertThat(counts("{\"handled\": {\"login\": \"%s\"}}".formatted(count)))
        .isNotEqualTo(new Counts(Map.of("login", 3L), -1));
  }

  private static Counts counts(String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return Counts.of(Messages.parse(bytes, 0, bytes.length));
  }
}
