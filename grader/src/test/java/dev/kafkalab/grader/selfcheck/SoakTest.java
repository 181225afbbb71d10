package dev.kafkalab.grader.selfcheck;

import static dev.kafkalab.grader.selfcheck.Trials.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kafkalab.grader.rubric.OutcomeKind;
import dev.kafkalab.grader.zoo.Expectation;
import dev.kafkalab.grader.zoo.KnownSubmission;
import dev.kafkalab.grader.zoo.Proof;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SoakTest {

  private static final KnownSubmission ONE = known(Proof.GOOD, "one", Map.of());
  private static final KnownSubmission TWO = known(Proof.GOOD, "two", Map.of());
  private static final KnownSubmission BAD =
      known(Proof.BAD, "bad", Map.of("producer.acks", new Expectation(OutcomeKind.FAILED, null)));

  @Test
  void goodOnesTakeTurnsAndOneInFiveIsBad() {
    List<Trial> trials = Soak.draw(List.of(ONE, TWO, BAD), 20, 1).trials();

    assertThat(trials).filteredOn(trial -> trial.submission().equals(BAD)).hasSize(4);
    assertThat(trials).filteredOn(trial -> trial.submission().equals(ONE)).hasSize(8);
    assertThat(trials).extracting(Trial::seed).doesNotHaveDuplicates();
  }

  @Test
  void goodOnesAreJudgedByAllCriteria() {
    assertThat(Soak.draw(List.of(ONE), 3, 1).trials())
        .allMatch(trial -> trial.criteria().isEmpty());
  }

  @Test
  void theSameSeedDrawsTheSame() {
    List<KnownSubmission> all = List.of(ONE, TWO, BAD);

    assertThat(Soak.draw(all, 10, 5)).isEqualTo(Soak.draw(all, 10, 5));
    assertThat(Soak.draw(all, 10, 5)).isNotEqualTo(Soak.draw(all, 10, 6));
  }

  @Test
  void withoutGoodOnesThereIsNothingToSoak() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Soak.draw(List.of(BAD), 1, 1))
        .withMessage("there is no good submission to grade");
  }
}
