package dev.kafkalab.grader.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kafkalab.grader.rubric.OutcomeKind;
import org.junit.jupiter.api.Test;

class ExpectationTest {

  @Test
  void anOutcomeMayHavePoints() {
    assertThat(Expectation.parse("BLOCKED")).isEqualTo(new Expectation(OutcomeKind.BLOCKED, null));
    assertThat(Expectation.parse(" FAILED  6 ")).isEqualTo(new Expectation(OutcomeKind.FAILED, 6));
  }

  @Test
  void anythingElseIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Expectation.parse("WRONG"));
    assertThatIllegalArgumentException().isThrownBy(() -> Expectation.parse("FAILED six"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Expectation.parse("FAILED 6 or 7"))
        .withMessage("'FAILED 6 or 7' is not an outcome with points");
  }

  @Test
  void itReadsLikeASentence() {
    assertThat(Expectation.PASSED).hasToString("PASSED");
    assertThat(Expectation.parse("FAILED 6")).hasToString("FAILED with 6 points");
  }
}
