package dev.kafkalab.grader.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FullStopTest {

  @ParameterizedTest
  @CsvSource({
    "send() threw Late: no, send() threw Late: no.",
    "send() threw Late: no., send() threw Late: no.",
    "send() threw Late: no!, send() threw Late: no!",
    "send() threw Late: why?, send() threw Late: why?",
    "send() threw Late: wait..., send() threw Late: wait...",
    "send() threw Late: wait…, send() threw Late: wait…",
  })
  void aQuotedTextBringsNoSecondMark(String text, String sentence) {
    assertThat(FullStop.after(text)).isEqualTo(sentence);
    assertThat(FullStop.once(sentence)).isEqualTo(sentence);
  }

  @Test
  void aMessageThatQuotesASentenceEndsWithOneFullStop() {
    Feedback feedback = Feedback.of("send() threw Late: it is closed..", "");

    assertThat(feedback.message()).isEqualTo("send() threw Late: it is closed.");
    assertThat(feedback.at(new Location("A.java", 1)).message()).isEqualTo(feedback.message());
  }
}
