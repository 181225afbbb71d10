package dev.kafkalab.grader.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.rubric.OutcomeKind;
import dev.kafkalab.grader.zoo.KnownSubmission;
import dev.kafkalab.grader.zoo.Proof;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {

  private static final KnownSubmission GOOD = Trials.known(Proof.GOOD, "good", Map.of());
  private static final Checked CHECKED =
      Trials.checked(GOOD, Trials.result("producer.acks", OutcomeKind.PASSED, 4, ""));

  private final Tally tally =
      new Tally(new Plan(Plan.Extent.SOAK, List.of(), 1), Circumstances.here(4, "soak --seed 1"));
  private final List<Certificate> told = new ArrayList<>();

  @Test
  void eachTellsWhatIsDoneSoFar() {
    tally.add(CHECKED, (checked, soFar) -> told.add(soFar));
    tally.add(CHECKED, (checked, soFar) -> told.add(soFar));

    assertThat(told).extracting(soFar -> soFar.checked().size()).containsExactly(1, 2);
    assertThat(told).allMatch(Certificate::holds);
  }

  @Test
  void whatEndsBecauseThisProcessDoesIsNoVerdict() {
    tally.add(CHECKED, (checked, soFar) -> told.add(soFar));
    tally.interrupt();
    tally.add(CHECKED, (checked, soFar) -> told.add(soFar));

    assertThat(told).hasSize(1);
  }
}
