package dev.kafkalab.grader.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.classrun.book.ClassRecord.Canary;
import dev.kafkalab.grader.classrun.book.MadeUpRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassShowCommandTest {

  @TempDir private Path run;

  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

  @BeforeEach
  void listen() {
    System.setOut(new PrintStream(printed, true, UTF_8));
    System.setErr(new PrintStream(complained, true, UTF_8));
  }

  @AfterEach
  void restoreStreams() {
    System.setOut(out);
    System.setErr(err);
  }

  @Test
  void theSummaryIsOneScreenAndBothFilesAreWritten() throws IOException {
    MadeUpRun.write(
        run,
        List.of(new Canary("good/the-reference-as-it-is", true, "")),
        MadeUpRun.graded("anna", 100, 5),
        MadeUpRun.graded("ben", 60, 0),
        MadeUpRun.missing("cem"),
        MadeUpRun.failed("dora"));
    Files.writeString(run.resolve("overrides.csv"), "id,criterion,points\nzoe,*,1\nzoe,*,2\n");

    assertThat(Main.run("class", "show", run.toString())).isZero();

    assertThat(printed.toString(UTF_8))
        .contains("  50 %    80 of 4   producer.acks\n", "     –         –   topic.created\n")
        .contains("       1   fire-and-forget\n")
        .containsOnlyOnce("! overrides.csv has points for 'zoe', which is nobody's id.")
        .contains("! Dora Möller (dora)")
        .contains("2 graded, 0 refused, 1 missing, 1 failed by the grader, 0 not graded yet\n")
        .contains("Final points: median 82.5, middle half 71.3 to 93.8, lowest 60, highest 105\n")
        .contains("The known submission among them was judged rightly.")
        .contains("The table is " + run.resolve("class.csv"));
    assertThat(printed.toString(UTF_8).lines().count()).isLessThanOrEqualTo(45);
    assertThat(run.resolve("class.html")).content().contains("Anna Möller");
    assertThat(run.resolve("class.csv")).content().contains("anna,Anna Möller,,graded,100,");
  }

  @Test
  void theTableIsWrittenForTheSpreadsheetThatOpensIt() throws IOException {
    MadeUpRun.write(run, MadeUpRun.graded("anna", 100, 5));
    Files.writeString(run.resolve("overrides.csv"), "id,criterion,points\nanna,*,85.5\n");

    assertThat(Main.run("class", "show", run.toString(), "--separator", ";", "--decimal", ","))
        .isZero();

    assertThat(run.resolve("class.csv"))
        .content()
        .contains("anna;Anna Möller;;graded;100;")
        .contains(";\"85,5\";");
  }

  @Test
  void aFolderWithoutARunIsAUsageError() {
    assertThat(Main.run("class", "show", run.toString())).isEqualTo(2);
    assertThat(complained.toString(UTF_8))
        .contains("has no run.json: grade a class into it first.")
        .doesNotContain("Usage:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--separator=x", "--decimal=;"})
  void aFormThatNobodyCouldReadIsAUsageError(String option) {
    MadeUpRun.write(run, MadeUpRun.graded("anna", 100, 5));

    assertThat(Main.run("class", "show", run.toString(), option)).isEqualTo(2);
    assertThat(complained.toString(UTF_8)).startsWith("--separator must be ',' ';' or 'tab'");
  }
}
