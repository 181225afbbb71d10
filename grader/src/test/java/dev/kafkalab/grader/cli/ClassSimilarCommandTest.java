package dev.kafkalab.grader.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.classrun.book.MadeUpRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassSimilarCommandTest {

  @TempDir private Path run;

  private final PrintStream err = System.err;
  private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

  @BeforeEach
  void listen() {
    System.setErr(new PrintStream(complained, true, UTF_8));
  }

  @AfterEach
  void restoreStreams() {
    System.setErr(err);
  }

  @Test
  void aFolderWithoutARunIsAUsageError() {
    assertThat(Main.run("class", "similar", run.toString())).isEqualTo(2);
    assertThat(complained.toString(UTF_8)).contains("grade a class into it first");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--at-least=101", "--at-least=-1", "--most=0"})
  void numbersThatMeanNothingAreUsageErrors(String option) {
    MadeUpRun.write(run, MadeUpRun.graded("anna", 100, 5));

    assertThat(Main.run("class", "similar", run.toString(), option)).isEqualTo(2);
    assertThat(complained.toString(UTF_8)).contains("--at-least must be 0 to 100");
  }

  @Test
  void aJdkThatIsNoneIsTold(@TempDir Path folder) throws IOException {
    MadeUpRun.write(run, MadeUpRun.graded("anna", 100, 5));
    Path source = Files.createDirectory(folder.resolve("class"));

    assertThat(
            Main.run(
                "class", "similar", run.toString(), source.toString(), "--jdk", folder.toString()))
        .isEqualTo(4);
    assertThat(complained.toString(UTF_8)).contains("needs JDK 21 or newer, and '" + folder);
  }
}
