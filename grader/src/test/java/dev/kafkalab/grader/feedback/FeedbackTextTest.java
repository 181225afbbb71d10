package dev.kafkalab.grader.feedback;

import static dev.kafkalab.grader.feedback.Fact.fact;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

    String shown = control < 0x80 ? Visible.in(String.valueOf(control)) : "\uFFFD";
    assertThat(FeedbackText.lines(feedback))
        .containsExactly("a" + shown + "[31mb", "at g�h.java:1", "  got  e�f", "→ c�d");
  }

  @Test
  void lettersOfAllLanguagesAndTabsStay() {
    Feedback feedback = Feedback.of("Käsekuchen 珈琲 🎁", "", fact("got", "a\tb"));

    assertThat(FeedbackText.lines(feedback)).containsExactly("Käsekuchen 珈琲 🎁", "  got  a\tb");
  }

  @Test
  void aMisconceptionAndATimelineStandBetweenTheFactsAndTheHint() {
    Feedback feedback =
        Feedback.of("It broke.", "Mend it.", fact("held", 67))
            .because(Misconception.COMMIT_BEFORE_PROCESSING)
            .with(
                new Timeline(
                    List.of(
                        new Timeline.Step(
                            "", Timeline.StepKind.COMMITTED, 1, 77, 77, null, "67 is held"))));

    assertThat(FeedbackText.lines(feedback))
        .containsExactly(
            "It broke.",
            "  held  67",
            "  partition 1",
            "    committed  77",
            "               ^ 67 is held",
            "An offset is committed before its event is handled. A commit says that everything before",
            "it is done, and the next consumer starts there. If the program crashes between the",
            "commit and the work, the event is lost for good.",
            "Read more: Design: Message Delivery Semantics",
            "  https://kafka.apache.org/44/design/design/#message-delivery-semantics",
            "→ Mend it.");
  }

  @Test
  void whoWasToldWhyItHurtsIsOnlyToldItsName() {
    Feedback feedback = Feedback.of("It broke.", "Mend it.").because(Misconception.NO_KEY);

    assertThat(FeedbackText.linesInBrief(feedback, "above"))
        .containsExactly("It broke.", "Records are sent without a key: see above.", "→ Mend it.");
  }

  @Test
  void theHintOfTheMisconceptionStandsWhereFeedbackHasNone() {
    Feedback feedback = Feedback.of("It broke.", "").because(Misconception.NO_KEY);

    assertThat(feedback.advice()).isEqualTo(Misconception.NO_KEY.hint());
    assertThat(FeedbackText.lines(feedback)).endsWith("→ " + Misconception.NO_KEY.hint());
    assertThat(Feedback.of("It broke.", "Mend it.").because(Misconception.NO_KEY).advice())
        .isEqualTo("Mend it.");
    assertThat(Feedback.of("It broke.", "").advice()).isEmpty();
  }

  @Test
  void longSentencesAreBrokenAtTheirSpacesAndLongWordsAreNot() {
    String word = "https://" + "long".repeat(25);
    Feedback feedback = Feedback.of("See " + word + " there.", "Mend it. ".repeat(12).strip());

    assertThat(FeedbackText.lines(feedback))
        .containsExactly(
            "See",
            word,
            "there.",
            "→ " + "Mend it. ".repeat(9).strip() + " Mend",
            "  it. Mend it. Mend it.");
  }

  @Test
  void factsInBriefAreCutToOneLineEach() {
    List<String> lines =
        FeedbackText.factsInBrief(
            List.of(
                fact("5.1", " one\n two "),
                fact("a longer name", "x".repeat(200)),
                fact("emoji", "\uD83D\uDE00".repeat(100))));

    assertThat(lines)
        .containsExactly(
            "5.1            one two",
            "a longer name  " + "x".repeat(69) + " …",
            "emoji          " + "\uD83D\uDE00".repeat(69) + " …");
  }

  @Test
  void factsThatAreAddedComeAfterItsOwn() {
    Feedback feedback =
        Feedback.of("m", "h", fact("a", 1))
            .because(Misconception.NO_KEY)
            .and(List.of(fact("b", 2)));

    assertThat(feedback.facts()).containsExactly(fact("a", 1), fact("b", 2));
    assertThat(feedback.misconception()).isEqualTo(Misconception.NO_KEY);
  }

  @Test
  void nothingInATextTurnsItsDirectionOrIsHalfACharacter() {
    assertThat(DeadText.of("a\u202Eb\u202Cc\u2066d\u2069e\uD800f")).isEqualTo("a�b�c�d�e�f");
    assertThat(DeadText.of("שלום \uD83D\uDE00\n\tb")).isEqualTo("שלום \uD83D\uDE00\n\tb");
  }
}
