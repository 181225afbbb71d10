package dev.kafkalab.grader.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.compare.Contrast.Setting;
import dev.kafkalab.grader.grade.Grade;
import dev.kafkalab.grader.grade.GradedSubmission;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private final Comparison comparison = Solutions.comparison("mine");

  @Test
  void criteriaThatWereNotJudgedAlikeAreSetApart() {
    assertThat(comparison.pairs()).hasSize(2);
    assertThat(comparison.parted())
        .extracting(pair -> pair.submission().criterion().id())
        .containsExactly("consumer.manual-commit");
  }

  @Test
  void whatCostNothingIsToldOfTheOthersOnly() {
    assertThat(comparison.atNoCost().settings())
        .containsExactly(new Setting("producer", "linger.ms", "5", "0"));
  }

  @Test
  void aCriterionThatOnlyOneHasIsLeftOut() {
    Comparison without =
        Comparison.of(
            comparison.submission(),
            new GradedSubmission(
                "reference",
                new Grade(comparison.reference().grade().results().subList(0, 1)),
                List.of(),
                comparison.reference().broker(),
                7,
                Duration.ZERO,
                Map.of()));

    assertThat(without.pairs()).hasSize(1);
  }

  @Test
  void gradingsThatTheGraderHasEndedAreComplete() {
    assertThat(comparison.isIncomplete()).isFalse();
  }
}
