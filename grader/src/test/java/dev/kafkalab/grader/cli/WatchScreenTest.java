package dev.kafkalab.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.report.MixedGrade;
import dev.kafkalab.grader.report.Style;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchScreenTest {

  private final StringWriter printed = new StringWriter();
  private final WatchScreen screen =
      new WatchScreen(
          new PrintWriter(printed),
          Style.PLAIN,
          Clock.fixed(Instant.parse("2026-11-30T14:03:22.9Z"), ZoneOffset.UTC));
  private final GradedSubmission standing = MixedGrade.mixed();
  private final CriterionResult first = standing.grade().firstToDo().orElseThrow();

  @Test
  void whatIsWorkedOnIsExplainedOnceAndBeforeTheOthers() {
    screen.ended(standing);
    printed.getBuffer().setLength(0);

    screen.saved(List.of("ANSWERS.md", "src/main/java/A.java"));
    screen.begins(5, 24);
    screen.grading().judged(first, () -> standing);
    screen.workedOn(first);
    screen.ended(standing);

    assertThat(printed.toString())
        .isEqualToNormalizingNewlines(
            """

            14:03:22  ANSWERS.md, src/main/java/A.java
            5 of 24 criteria to judge
            ✗  2/8  producer.delivers        One event is missing.
            Fix first: producer.delivers
                       One event is missing.
                       at Producer.java:31  producer.close(Duration.ZERO);
                         sent  7
                         lost  1
                       → Wait for it.
                       Stuck? HINTS.md, section producer.delivers


            ada: 7 of 36 points
            """);
  }

  @Test
  void aBetterScoreIsTold() {
    screen.ended(MixedGrade.unfinished());
    screen.ended(standing);

    assertThat(printed.toString()).contains("ada: 5 of ").contains("ada: 7 of 36 points (+2)");
  }

  @Test
  void whatKeepsAllFromRunningIsTold() {
    screen.refused(List.of(Feedback.of("A.java does not compile.", "Add a semicolon.")));

    assertThat(printed.toString())
        .contains("A.java does not compile.", "Nothing can be run until this is fixed.");
  }

  @Test
  void aChangeThatNobodySeesIsToldToo() {
    screen.begins(0, 24);

    assertThat(printed.toString()).contains("Nothing has changed that a criterion sees.");
  }
}
