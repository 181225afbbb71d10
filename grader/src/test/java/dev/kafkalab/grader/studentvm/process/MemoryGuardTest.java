package dev.kafkalab.grader.studentvm.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.studentvm.process.MemoryGuard.Sight;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemoryGuardTest {

  @Test
  void parentAndMemoryAreRead() {
    assertThat(
            MemoryGuard.sight(
                List.of("Name:\tjava", "PPid:\t17", "VmHWM:\t  9 kB", "VmRSS:\t   2048 kB")))
        .isEqualTo(new Sight(17, 2_097_152));
  }

  @Test
  void whatEndsWhileItIsLookedAtHasNothing() {
    assertThat(MemoryGuard.sight(List.of())).isEqualTo(new Sight(0, 0));
  }

  @Test
  void whatAProcessStartedCountsWithItAndNobodyElse() {
    Map<Long, Sight> all =
        Map.of(
            7L, new Sight(1, 100),
            8L, new Sight(7, 20),
            9L, new Sight(8, 3),
            10L, new Sight(1, 5_000));

    assertThat(MemoryGuard.resident(7, all)).isEqualTo(123);
  }

  @Test
  void aProcessThatHasEndedHasNone() {
    assertThat(MemoryGuard.resident(7, Map.of(1L, new Sight(0, 5)))).isZero();
  }
}
