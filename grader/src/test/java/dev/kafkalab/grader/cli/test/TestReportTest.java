package dev.kafkalab.grader.cli.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.report.MixedGrade;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TestReportTest {

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final TestReport report =
      new TestReport(new PrintStream(printed, true, StandardCharsets.UTF_8));

  @Test
  void eachCriterionIsALineAndTheScoreComesLast() {
    GradedSubmission graded = MixedGrade.mixed();
    graded.grade().results().forEach(result -> report.judged(result, () -> graded));
    report.ended(graded);

    assertThat(printed.toString(StandardCharsets.UTF_8))
        .isEqualToNormalizingNewlines(
            """
            ✓  5/5  topic.created
            ✗  2/8  producer.delivers        One event is missing.
            ✗  0/10 producer.key-affinity    There is no key.
            –  0/7  producer.order           blocked by producer.delivers
            ·  0/6  consumer.dispatches      not written yet

            1 more failed: ./lab grade shows each of them with its line and what to do.

            Fix first: producer.delivers
                       One event is missing.
                       at Producer.java:31  producer.close(Duration.ZERO);
                         sent  7
                         lost  1
                       → Wait for it.
                       Stuck? HINTS.md, section producer.delivers

            ada: 7 of 36 points
            The same events again: -Dseed=42
            """);
  }

  @Test
  void ofAPartOnlyThatPartCounts() {
    report.ended(MixedGrade.unfinished());

    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("ada: 5 of 5 points");
  }
}
