package dev.kafkalab.grader.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EndOfJvmTest {

  @Test
  void thisReleaseOfTestcontainersCanBeKeptFromItsOwnCleanUp() {
    assertThat(EndOfJvm.keepTestcontainersFromIt()).isTrue();
  }
}
