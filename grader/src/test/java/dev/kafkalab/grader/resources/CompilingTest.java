package dev.kafkalab.grader.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.submission.PreparedSubmission;
import dev.kafkalab.grader.submission.PreparedSubmission.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CompilingTest {

  private static final PreparedSubmission REFUSED =
      new Refused(List.of(Feedback.of("It does not compile.", "")));

  private final AtomicInteger tries = new AtomicInteger();

  @Test
  void whatCannotBeCompiledIsNotTriedAgain() {
    assertThat(counting(attempt -> REFUSED).atMost(2, () -> true)).isEqualTo(REFUSED);
    assertThat(tries).hasValue(1);
  }

  @Test
  void whatTheDiskDidIsTriedAgain() {
    Compiling diskThatRecovers = failingUntil(2);

    assertThat(diskThatRecovers.atMost(2, () -> true)).isEqualTo(REFUSED);
    assertThat(tries).hasValue(2);
  }

  @Test
  void whatTheDiskDoesAgainIsThrown() {
    assertThatThrownBy(() -> failingUntil(3).atMost(2, () -> true)).hasMessage("full");
    assertThat(tries).hasValue(2);
  }

  @Test
  void whatNobodyWantsAnyMoreIsNotTriedAgain() {
    assertThatThrownBy(() -> failingUntil(2).atMost(2, () -> false)).hasMessage("full");
    assertThat(tries).hasValue(1);
  }

  private Compiling failingUntil(int success) {
    return counting(
        attempt -> {
          if (attempt < success) {
            throw new UncheckedIOException("full", new IOException());
          }
          return REFUSED;
        });
  }

  private Compiling counting(Compiling compiling) {
    return attempt -> {
      assertThat(tries.incrementAndGet()).isEqualTo(attempt);
      return compiling.once(attempt);
    };
  }
}
