package dev.kafkalab.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentenceTest {

  @Test
  void aTextWithoutAFullStopGetsOne() {
    assertThat(Sentence.of("the port is taken")).isEqualTo("the port is taken.");
  }

  @Test
  void aTextWithAFullStopKeepsJustThatOne() {
    assertThat(Sentence.of("Please see the logs. ")).isEqualTo("Please see the logs.");
  }
}
