package dev.kafkalab.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.engine.Grader;
import dev.kafkalab.grader.engine.GradingRequest;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.report.ConsoleReport;
import dev.kafkalab.grader.report.Style;
import dev.kafkalab.grader.resources.BrokerChoice;
import dev.kafkalab.grader.resources.Pace;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Holds the reference to every point of the rubric. */
class ReferenceGradeTest {

  @Test
  void earnsEveryPoint() {
    GradedSubmission graded =
        Grader.grade(
            new GradingRequest(
                Path.of(""), Set.of(), BrokerChoice.AUTO, GradingRequest.newSeed(), Pace.ALONE),
            (result, soFar) -> {});

    assertThat(graded.grade().score())
        .as(ConsoleReport.of(graded, Style.PLAIN))
        .isEqualTo(graded.grade().maxScore())
        .isPositive();
    assertThat(graded.grade().bonus()).isEqualTo(graded.grade().maxBonus()).isPositive();
  }
}
