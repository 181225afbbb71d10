package dev.kafkalab.grader.feedback;

import static dev.kafkalab.grader.feedback.Fact.fact;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedbackTextTest {

  @Test
  void aMessageAloneIsOneLine() {
    assertThat(FeedbackText.lines(Feedback.of("It broke.", ""))).containsExactly("It broke.");
  }

  @Test
  void factsAreAlignedBetweenTheLocationAndTheHint() {
    Feedback feedback =
        Feedback.of("It broke.", "Mend it.", fact("key", "user_1"), fact("expected key", 7))
            .at(new Location("Producer.java", 31));

    assertThat(FeedbackText.lines(feedback))
        .containsExactly(
            "It broke.",
            "at Producer.java:31",
            "  key           user_1",
            "  expected key  7",
            "→ Mend it.");
  }

  @Test
  void theFurtherLinesOfAFactStandBelowItsFirst() {
    assertThat(FeedbackText.lines(Feedback.of("It broke.", "", fact("output", "one\ntwo\nthree"))))
        .containsExactly(
            "It broke.", //
            "  output  one",
            "          two",
            "          three");
  }

  @Test
  void feedbackAboutNoLineStaysAsItIs() {
    Feedback feedback = Feedback.of("It broke.", "Mend it.");

    assertThat(feedback.at(null)).isSameAs(feedback);
  }

  @ParameterizedTest
  @ValueSource(chars = {'\u001B', '\u009B', '\u0090', '\u0007', '\b', '\r', '\u007F', '\u0000'})
  void noControlCharacterReachesATerminal(char control) {
    Feedback feedback =
        Feedback.of("a" + control + "[31mb", "c" + control + "d", fact("got", "e" + control + "f"))
            .at(new Location("g" + control + "h.java", 1));

    assertThat(FeedbackText.lines(feedback))
        .containsExactly("a�[31mb", "at g�h.java:1", "  got  e�f", "→ c�d");
  }

  @Test
  void lettersOfAllLanguagesAndTabsStay() {
    assertThat(FeedbackText.lines(Feedback.of("Käsekuchen\t珈琲 🎁", "")))
        .containsExactly("Käsekuchen\t珈琲 🎁");
  }
}
