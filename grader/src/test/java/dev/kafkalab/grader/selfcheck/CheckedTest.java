package dev.kafkalab.grader.selfcheck;

import static dev.kafkalab.grader.selfcheck.Trials.checked;
import static dev.kafkalab.grader.selfcheck.Trials.known;
import static dev.kafkalab.grader.selfcheck.Trials.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.feedback.Misconception;
import dev.kafkalab.grader.rubric.OutcomeKind;
import dev.kafkalab.grader.zoo.Expectation;
import dev.kafkalab.grader.zoo.KnownSubmission;
import dev.kafkalab.grader.zoo.Proof;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckedTest {

  private static final KnownSubmission GOOD = known(Proof.GOOD, "good", Map.of());
  private static final KnownSubmission BAD =
      known(Proof.BAD, "bad", Map.of("producer.acks", new Expectation(OutcomeKind.FAILED, 2)));

  @Test
  void whatPassesAsItHadToIsRight() {
    Checked checked = checked(GOOD, result("producer.acks", OutcomeKind.PASSED, 4, ""));

    assertThat(checked.isRight()).isTrue();
  }

  @Test
  void whatIsRightAndDoesNotPassIsWronglyFailed() {
    assertThat(verdict(GOOD, OutcomeKind.FAILED, 0)).isEqualTo(Verdict.WRONGLY_FAILED);
    assertThat(verdict(GOOD, OutcomeKind.BLOCKED, 0)).isEqualTo(Verdict.WRONGLY_FAILED);
    assertThat(verdict(GOOD, OutcomeKind.NOT_ATTEMPTED, 0)).isEqualTo(Verdict.WRONGLY_FAILED);
  }

  @Test
  void whatIsWrongAndPassesIsWronglyPassed() {
    assertThat(verdict(BAD, OutcomeKind.PASSED, 4)).isEqualTo(Verdict.WRONGLY_PASSED);
  }

  @Test
  void anotherOutcomeOrOtherPointsAreMisjudged() {
    assertThat(verdict(BAD, OutcomeKind.FAILED, 2)).isEqualTo(Verdict.RIGHT);
    assertThat(verdict(BAD, OutcomeKind.FAILED, 0)).isEqualTo(Verdict.MISJUDGED);
    assertThat(verdict(BAD, OutcomeKind.BLOCKED, 0)).isEqualTo(Verdict.MISJUDGED);
  }

  @Test
  void aFailureOfTheGraderIsNoVerdict() {
    assertThat(verdict(GOOD, OutcomeKind.INFRASTRUCTURE, 0)).isEqualTo(Verdict.NOT_JUDGED);
    assertThat(verdict(BAD, OutcomeKind.INFRASTRUCTURE, 0)).isEqualTo(Verdict.NOT_JUDGED);
  }

  @Test
  void feedbackThatDoesNotSayWhatItHadToIsComplainedAbout() {
    KnownSubmission talker = Trials.saying("acks is 1", Misconception.ACKS_NOT_ALL);

    Checked checked = checked(talker, result("producer.acks", OutcomeKind.FAILED, 0, "acks is 0"));

    assertThat(checked.wrong()).isEmpty();
    assertThat(checked.isRight()).isFalse();
    assertThat(checked.complaints())
        .containsExactly(
            "no failure message contains: acks is 1",
            "the misconceptions should be [%s] but are []"
                .formatted(Misconception.ACKS_NOT_ALL.id()));
  }

  private static Verdict verdict(KnownSubmission submission, OutcomeKind outcome, int points) {
    return checked(submission, result("producer.acks", outcome, points, "no"))
        .judgements()
        .get(0)
        .verdict();
  }
}
