package dev.kafkalab.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GradeProgressTest {

  @Test
  void whatRunsIsNamedWithWhatItWaitsFor() {
    assertThat(
            GradeProgress.line(
                new TreeMap<>(
                    Map.of("consumer.crash", "the backlog to be handled", "topic.created", ""))))
        .isEqualTo("  … consumer.crash waits for the backlog to be handled; topic.created");
  }

  @Test
  void itFitsOnANarrowTerminal() {
    Map<String, String> waits = new TreeMap<>();
    for (int i = 0; i < 5; i++) {
      waits.put("criterion." + i, "something that takes its time");
    }

    assertThat(GradeProgress.line(waits))
        .hasSize(78)
        .startsWith("  … criterion.0 waits for something that takes its time; criterion.1 waits")
        .endsWith("…");
  }
}
