package dev.kafkalab.grader.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CriterionChoiceTest {

  @Test
  void noNamesChooseNothing() {
    assertThat(CriterionChoice.named(List.of())).isEmpty();
    assertThat(CriterionChoice.ofTasks(List.of())).isEmpty();
  }

  @Test
  void idsAndPatternsAreInTheRubricsOrder() {
    assertThat(CriterionChoice.named(List.of("bonus.headers", "group.*", "topic.created")))
        .containsExactly("topic.created", "group.distribution", "group.rebalance", "bonus.headers");
    assertThat(CriterionChoice.named(List.of("*.crash"))).containsExactly("consumer.crash");
  }

  @Test
  void aTaskChoosesItsCriteria() {
    assertThat(CriterionChoice.ofTasks(List.of(4, 1)))
        .containsExactly("topic.created", "group.distribution", "group.rebalance");
  }

  @Test
  void anUnknownNameIsToldWithTheLikeliestOrWithAll() {
    assertThatThrownBy(() -> CriterionChoice.named(List.of("consumer.crahs")))
        .hasMessage("There is no criterion 'consumer.crahs'; did you mean consumer.crash?");
    assertThatThrownBy(() -> CriterionChoice.named(List.of("offsets.*")))
        .hasMessageStartingWith(
            "There is no criterion 'offsets.*'. The criteria are: topic.created, producer.");
  }
}
