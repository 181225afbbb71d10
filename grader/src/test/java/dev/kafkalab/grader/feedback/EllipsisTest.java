package dev.kafkalab.grader.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EllipsisTest {

  @Test
  void aTextThatFitsStaysWhole() {
    assertThat(Ellipsis.after(4, "")).isEmpty();
    assertThat(Ellipsis.after(4, "acks")).isEqualTo("acks");
  }

  @Test
  void aLongerTextIsCutAndMarked() {
    assertThat(Ellipsis.after(4, "acks=all")).isEqualTo("acks…");
    assertThat(Ellipsis.after(4, "acks=")).isEqualTo("acks…");
  }
}
