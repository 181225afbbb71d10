package dev.kafkalab.grader.criteria.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  private static final Names OWN = new Names("consumer.crash", "5yc-abc9");

  @Test
  void whatACriterionIsGivenItMayUse() {
    assertThat(OWN.mayBeUsed(OWN.topic(7))).isTrue();
    assertThat(OWN.mayBeUsed(OWN.topic(7) + "-dead-letter")).isTrue();
    assertThat(OWN.mayBeUsed(OWN.topic(7) + "-group")).isTrue();
    assertThat(OWN.mayBeUsed(OWN.group(8))).isTrue();
    assertThat(OWN.mayBeUsed(OWN.letters(9))).isTrue();
  }

  @Test
  void whatAnotherCriterionIsGivenItMayNot() {
    Names other = new Names("consumer.resumes", "5yc-abc9");

    assertThat(OWN.mayBeUsed(other.topic(7))).isFalse();
    assertThat(OWN.mayBeUsed(other.group(7))).isFalse();
    assertThat(OWN.mayBeUsed(other.letters(7))).isFalse();
    assertThat(OWN.mayBeUsed("my-" + other.topic(7))).isFalse();
  }

  @Test
  void whatAnotherGradingOfTheSameCriterionIsGivenItMayNot() {
    Names other = new Names("consumer.crash", "6zz-abc8");

    assertThat(OWN.mayBeUsed(other.topic(7))).isFalse();
    assertThat(OWN.mayBeUsed(other.topic(7) + "-group")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "user-events",
        "user-activity-tracker",
        "",
        "com.example.tracker-1-2-3",
        "consumer.crash",
        "answers-of-ada"
      })
  void whatNoGradingGivesIsTheStudentsOwn(String name) {
    assertThat(OWN.mayBeUsed(name)).isTrue();
  }
}
