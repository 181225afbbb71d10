package dev.kafkalab.grader.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTest {

  @Test
  void aMessageStaysOnItsLine() {
    assertThat(Feedback.of("The key is 'a\r\n\tb\u0007'.", "").message())
        .isEqualTo("The key is 'a\\r\\n\\tb\\u0007'.");
  }

  @Test
  void anAccentOfItsOwnIsSeen() {
    assertThat(Visible.in("Jose\u0301 is not Jos\u00e9")).isEqualTo("Jose\\u0301 is not Jos\u00e9");
  }

  @Test
  void everythingElseStaysAsItIs() {
    assertThat(Visible.in("用户 🎁 C:\\new \"$1\"")).isEqualTo("用户 🎁 C:\\new \"$1\"");
  }
}
