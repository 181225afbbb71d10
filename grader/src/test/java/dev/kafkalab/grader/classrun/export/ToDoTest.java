package dev.kafkalab.grader.classrun.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.classrun.book.GradeReport;
import dev.kafkalab.grader.classrun.book.GradeReport.OfCriterion;
import dev.kafkalab.grader.rubric.OutcomeKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToDoTest {

  @Test
  void theLabComesBeforeTheChallengesAndFaultsBeforeWhatIsNotWritten() {
    assertThat(
            todo(
                found("bonus", OutcomeKind.FAILED, true),
                found("unwritten", OutcomeKind.NOT_ATTEMPTED, false),
                found("blocked", OutcomeKind.BLOCKED, false),
                found("failed", OutcomeKind.FAILED, false),
                found("passed", OutcomeKind.PASSED, false)))
        .containsExactly("failed", "unwritten", "bonus");
  }

  @Test
  void whatIsBlockedByNothingThatWasJudgedIsToldToo() {
    assertThat(
            todo(
                found("blocked", OutcomeKind.BLOCKED, false),
                found("passed", OutcomeKind.PASSED, false)))
        .containsExactly("blocked");
  }

  private static List<String> todo(OfCriterion... found) {
    GradeReport report = new GradeReport(0, 9, 0, 0, "process", 7, 1, List.of(found), List.of());
    return ToDo.of(report).stream().map(OfCriterion::id).toList();
  }

  private static OfCriterion found(String id, OutcomeKind outcome, boolean bonus) {
    return new OfCriterion(id, outcome, 0, 3, bonus, "message", "", null, null);
  }
}
