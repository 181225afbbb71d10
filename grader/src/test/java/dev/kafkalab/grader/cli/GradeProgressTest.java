package dev.kafkalab.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kafkalab.grader.cli.file.ReportFiles;
import dev.kafkalab.grader.report.MixedGrade;
import dev.kafkalab.grader.report.Style;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
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

  @Test
  void whatItShowsOnATerminalEndsWithTheGrading() {
    StringWriter printed = new StringWriter();
    GradeProgress progress =
        new GradeProgress(new PrintWriter(printed), Style.COLOURED, new ReportFiles(List.of(), ""));
    progress.began(() -> Map.of("topic.created", "the topic"));
    await().until(() -> printed.toString().contains("topic.created waits for the topic"));

    progress.ended(MixedGrade.mixed());

    await()
        .until(
            () ->
                Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().equals("show-waits")));
    assertThat(printed.toString()).endsWith("\r\u001B[K");
  }
}
