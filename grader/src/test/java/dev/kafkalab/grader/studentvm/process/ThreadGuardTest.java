package dev.kafkalab.grader.studentvm.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ThreadGuardTest {

  @Test
  void theNumberOfThreadsIsRead() {
    assertThat(ThreadGuard.threads(List.of("Name:\tjava", "Threads:\t1024", "SigQ:\t0/3")))
        .isEqualTo(1024);
  }

  @Test
  void whereNobodySaysItNobodyIsAccused() {
    assertThat(ThreadGuard.threads(List.of("Name:\tjava"))).isZero();
  }
}
