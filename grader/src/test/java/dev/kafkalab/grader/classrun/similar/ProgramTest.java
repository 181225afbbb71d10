package dev.kafkalab.grader.classrun.similar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgramTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  private static List<String> java(String source) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Path program = Path.of("src/test/resources/similar").resolve(source);
    return List.of(java, program.toString());
  }

  @Test
  void itsLinesArePassedOnAndTheLastOnesAreKept() throws IOException {
    List<String> lines = new ArrayList<>();
    Program.End end = new Program(java("Lines.java"), LONG).run(lines::add);

    assertThat(lines).hasSize(20).startsWith("line 1");
    assertThat(end.exitCode()).isEqualTo(3);
    assertThat(end.isFine()).isFalse();
    assertThat(end.words()).startsWith("line 11 line 12").endsWith("line 20");
  }

  @Test
  void whatTakesTooLongIsEnded() throws IOException {
    Program.End end = new Program(java("Endless.java"), Duration.ofSeconds(1)).run(line -> {});

    assertThat(end.isFine()).isFalse();
    assertThat(end.words()).isEqualTo("it took too long");
  }

  @Test
  void whatIsNotThereIsAnError() {
    assertThatThrownBy(() -> new Program(List.of("no-such-program"), LONG).run(line -> {}))
        .isInstanceOf(IOException.class);
  }
}
