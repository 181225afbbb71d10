package dev.kafkalab.grader.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.doctor.Finding.State;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {

  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

  @Test
  void whatRunsTheseTestsCanGrade() {
    assertThat(Machine.java().state()).isEqualTo(State.FINE);
    assertThat(Machine.java().found()).contains(System.getProperty("java.home"));
    assertThat(Machine.fileNames().name()).isEqualTo("File names");
    assertThat(Machine.clock().found()).matches("\\d{4}-.*");
  }

  @Test
  void oneProcessorIsSlow() {
    assertThat(Machine.processors(1).state()).isEqualTo(State.LIMITED);
    assertThat(Machine.processors(1).advice()).contains("twice as long");
    assertThat(Machine.processors(2)).isEqualTo(Finding.fine("Processors", "2"));
  }

  @Test
  void aGibibyteIsLittleMemory() {
    assertThat(Machine.memory(1L << 30).state()).isEqualTo(State.LIMITED);
    assertThat(Machine.memory(1L << 30).found()).isEqualTo("1.0 GiB");
    assertThat(Machine.memory(4L << 30).state()).isEqualTo(State.FINE);
  }

  @Test
  void withoutATemporaryFolderNothingIsGraded(@TempDir Path folder) {
    assertThat(Machine.temporaryFolder(folder).found()).startsWith(folder.toString());
    assertThat(folder).isEmptyDirectory();
    assertThat(Machine.temporaryFolder(folder.resolve("missing")).state()).isEqualTo(State.MISSING);
  }

  @Test
  void aClockMustNotBeBeforeTheBuild() {
    assertThat(Machine.clock(NOW, NOW.minusSeconds(1)).state()).isEqualTo(State.FINE);
    assertThat(Machine.clock(NOW, NOW.plusSeconds(1)).state()).isEqualTo(State.LIMITED);
  }
}
