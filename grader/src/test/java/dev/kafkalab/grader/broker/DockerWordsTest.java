package dev.kafkalab.grader.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DockerWordsTest {

  @Test
  void theEnginesMessageIsTakenOutOfItsJson() {
    assertThat(
            words(
                "Status 500: {\"message\":\"Get \\\"https://registry.example/v2/\\\": no such host\"}\n"))
        .isEqualTo("Get 'https://registry.example/v2/': no such host");
  }

  @Test
  void anythingElseIsToldAsItIsInOneLine() {
    assertThat(words("Connection\n refused ")).isEqualTo("Connection refused");
  }

  private static String words(String message) {
    return DockerWords.of(new IllegalStateException(message));
  }
}
