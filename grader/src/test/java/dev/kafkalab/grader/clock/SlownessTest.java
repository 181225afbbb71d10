package dev.kafkalab.grader.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlownessTest {

  @TempDir private Path proc;

  @Test
  void countsWhatAllThreadsOfAllProcessesWaitedForAProcessor() throws IOException {
    thread(1, 11, 1_000_000, 500_000);
    thread(1, 12, 1_000_000, 500_000);
    thread(2, 21, 2_000_000, 7_000_000);

    OptionalDouble stretch = new SchedulingDelay(proc).stretch(List.of(1L, 2L));

    assertThat(stretch.orElseThrow()).isEqualTo(3, within(1e-9));
  }

  @Test
  void countsOnlyWhatCameSinceTheLastLook() throws IOException {
    SchedulingDelay delay = new SchedulingDelay(proc);
    thread(1, 11, 1_000_000, 90_000_000);
    delay.stretch(List.of(1L));
    thread(1, 11, 2_000_000, 90_000_000);

    assertThat(delay.stretch(List.of(1L)).orElseThrow()).isEqualTo(1);
  }

  @Test
  void forgetsThreadsThatHaveEnded() throws IOException {
    SchedulingDelay delay = new SchedulingDelay(proc);
    thread(1, 11, 1_000_000, 0);
    Path ended = thread(1, 12, 50_000_000, 50_000_000);
    delay.stretch(List.of(1L));
    Files.delete(ended);
    thread(1, 11, 2_000_000, 3_000_000);

    assertThat(delay.stretch(List.of(1L)).orElseThrow()).isEqualTo(4, within(1e-9));
  }

  @Test
  void isOneWhereNobodyWantsToRun() throws IOException {
    thread(1, 11, 0, 0);

    assertThat(new SchedulingDelay(proc).stretch(List.of(1L)).orElseThrow()).isEqualTo(1);
  }

  @Test
  void isUnknownWhereTheSystemDoesNotTell() throws IOException {
    Files.writeString(thread(1, 11, 0, 0), "");

    assertThat(new SchedulingDelay(proc).stretch(List.of(1L, 2L))).isEmpty();
  }

  @Test
  void allowsForCriteriaThatWaitForEachOther() {
    assertThat(Slowness.of(1)).isEqualTo(1);
    assertThat(Slowness.of(2)).isEqualTo(1);
    assertThat(Slowness.of(6)).isEqualTo(3);
    assertThat(Slowness.of(5_000)).isEqualTo(FairClock.SLOWEST);
  }

  @Test
  void isFoundOutByTryingWhereItMustBe() {
    assertThat(Probe.stretch()).isGreaterThanOrEqualTo(1);
  }

  private Path thread(long process, long thread, long ran, long waited) throws IOException {
    Path folder = proc.resolve(process + "/task/" + thread);
    return Files.writeString(
        Files.createDirectories(folder).resolve("schedstat"), ran + " " + waited + " 7\n");
  }
}
