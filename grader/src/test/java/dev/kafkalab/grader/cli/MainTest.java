package dev.kafkalab.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

  @TempDir private Path folder;

  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

  @BeforeEach
  void listen() {
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void restoreWhatTestsChange() {
    System.setOut(out);
    System.setErr(err);
    System.clearProperty("kafkalab.root");
  }

  @Test
  void noCommandIsAUsageError() {
    assertThat(Main.run(new String[0])).isEqualTo(2);
    assertThat(complaint()).contains("Name a command, such as: lab grade student-template");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "grade",
        "compare",
        "rubric",
        "broker",
        "class",
        "console",
        "selfcheck",
        "soak",
        "validity"
      })
  void eachCommandOfTheReadmeIsThereAndExplainsItself(String command) {
    assertThat(Main.run(command, "--help")).isZero();
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("Usage: lab " + command);
    assertThat(Main.run("--help")).isZero();
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("\n  " + command);
  }

  @ParameterizedTest
  @ValueSource(strings = {"selfcheck", "soak --load 0"})
  @EnabledIf("dev.kafkalab.grader.proof.Lab#hasReference")
  void withoutTheChosenKafkaNothingIsGradedAndThatIsSaidOnce(String command) {
    System.setProperty("kafkalab.root", "..");
    assertThat(Main.run((command + " --only good --broker kafka.invalid:9092").split(" ")))
        .isEqualTo(4);
    assertThat(complaint())
        .startsWith("There is no Kafka to judge with: No Kafka responds at kafka.invalid:9092: ")
        .endsWith("Fix that, or omit --broker: the embedded Kafka needs nothing.\n");
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void anUnknownCommandIsAUsageError() {
    assertThat(Main.run("mark", "student-template")).isEqualTo(2);
    assertThat(complaint()).contains("'mark'");
  }

  @Test
  void anUnknownOptionIsAUsageError() {
    assertThat(Main.run("grade", "--colour", "student-template")).isEqualTo(2);
    assertThat(complaint()).contains("Unknown option: '--colour'");
  }

  @Test
  void aMissingFolderIsAUsageError() {
    assertThat(Main.run("grade")).isEqualTo(2);
    assertThat(complaint()).contains("Missing required parameter: 'DIR'");
  }

  @Test
  void aMisspeltCriterionIsAUsageErrorThatNamesTheOneThatWasMeant() {
    assertThat(Main.run("grade", "--criteria", "topic.created,topic.creatd", "student-template"))
        .isEqualTo(2);
    assertThat(complaint())
        .isEqualToNormalizingNewlines(
            "There is no criterion 'topic.creatd'; did you mean topic.created?\n");
  }

  @Test
  void aTaskThatTheLabDoesNotHaveIsAUsageError() {
    assertThat(Main.run("grade", "--task", "7", "student-template")).isEqualTo(2);
    assertThat(complaint())
        .isEqualToNormalizingNewlines("There is no task 7: the lab has the tasks 1 to 6.\n");
  }

  @Test
  void aHandoutNeedsAFolderOfItsOwn() {
    assertThat(Main.run("handout", "src")).isEqualTo(2);
    assertThat(complaint())
        .isEqualToNormalizingNewlines("The folder src is not empty: name a new one.\n");
  }

  @Test
  void onlyTheLauncherHasTheJarsOfAHandout() {
    assertThat(Main.run("handout", "no-such-folder")).isEqualTo(2);
    assertThat(complaint())
        .isEqualToNormalizingNewlines("Only ./lab can make a handout: it has the jars.\n");
  }

  @Test
  void anUnknownBrokerIsAUsageError() {
    assertThat(Main.run("grade", "--broker", "cloud", "student-template")).isEqualTo(2);
    assertThat(complaint())
        .contains("--broker")
        .contains("'cloud' is not a broker: use auto, embedded, container, or HOST:PORT");
  }

  @Test
  void aPortThatIsTakenIsToldInOneLine() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(other.getLocalPort());

      assertThat(Main.run("broker", "--port", port)).isEqualTo(4);
      assertThat(complaint())
          .isEqualToNormalizingNewlines(
              "Port %s is in use by another program, perhaps another Kafka.\n".formatted(port));
    }
  }

  @Test
  void aPortThatTheConsoleCannotHaveIsToldWithTheOptionForAnotherOne() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(other.getLocalPort());

      assertThat(Main.run("console", "--port", port)).isEqualTo(4);
      assertThat(complaint())
          .startsWith("The page cannot have port " + port + ": ")
          .endsWith(". Choose another one with --port N.\n");
      complained.reset();
      assertThat(Main.run("console", "--port", "0", "--kafka-port", port)).isEqualTo(4);
      assertThat(complaint())
          .isEqualToNormalizingNewlines(
              "Port %1$s is in use by another program, perhaps another Kafka. Choose another one with --kafka-port N, or show what is there with --broker localhost:%1$s.\n"
                  .formatted(port));
    }
  }

  @Test
  void aConsoleForAKafkaThatIsNotThereIsToldAtOnce() {
    assertThat(Main.run("console", "--port", "0", "--broker", "localhost:1")).isEqualTo(4);
    assertThat(complaint()).startsWith("No program listens on localhost:1.");
  }

  @Test
  void anAddressThatNoKafkaCanHaveIsAUsageErrorOfTheConsole() {
    assertThat(Main.run("console", "--port", "0", "--broker", "kafka")).isEqualTo(2);
    assertThat(complaint()).startsWith("'kafka' is not the address of a Kafka: use HOST:PORT.");
  }

  @Test
  void aSeedThatIsNoNumberIsAUsageError() {
    assertThat(Main.run("grade", "--seed", "abc", "student-template")).isEqualTo(2);
    assertThat(complaint()).contains("--seed").contains("abc");
  }

  @Test
  void helpIsNoError() {
    assertThat(Main.run("grade", "--help")).isZero();
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("--fail-under", "without bonus", "Exit codes:");
    assertThat(complaint()).isEmpty();
  }

  @Test
  void theVersionIsNoError() {
    assertThat(Main.run("--version")).isZero();
    assertThat(printed.toString(StandardCharsets.UTF_8)).startsWith("Kafka Lab Grader");
  }

  @Test
  void whatCannotBeShownIsNoGrade() {
    System.setOut(new PrintStream(new FullDisk(), false, StandardCharsets.UTF_8));

    assertThat(Main.run("rubric")).isEqualTo(4);
    assertThat(complaint()).isEqualTo("The output could not be written to standard output.\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"grade", "compare --with ."})
  void aSubmissionThatIsNotThereIsAUsageError(String command) {
    assertThat(Main.run((command + " no-such-folder").split(" "))).isEqualTo(2);
    assertThat(complaint()).isEqualTo("The folder no-such-folder does not exist.\n");
  }

  @Test
  void whoHandedInNothingHasAReportWhereOneIsAskedFor() throws IOException {
    Path report = folder.resolve("report.json");

    assertThat(Main.run("grade", "no-such-folder", "--json", report.toString())).isEqualTo(3);

    assertThat(report).content().contains("\"finished\" : true", "no-such-folder");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "grade . --json %s",
        "grade . --report html=%s",
        "compare . --with . --json %s",
        "compare . --with . --html %s",
        "selfcheck --json %s",
        "soak --json %s"
      })
  void aReportThatCannotBeWrittenIsAUsageErrorBeforeAnythingIsRun(String command) {
    assertThat(Main.run(command.formatted("no-such-folder/report").split(" "))).isEqualTo(2);
    assertThat(complaint())
        .startsWith("The report cannot be written to no-such-folder/report: the folder ");
  }

  private static final class FullDisk extends OutputStream {
    @Override
    public void write(int unused) throws IOException {
      throw new IOException("No space left on device");
    }
  }

  private String complaint() {
    return complained.toString(StandardCharsets.UTF_8);
  }
}
