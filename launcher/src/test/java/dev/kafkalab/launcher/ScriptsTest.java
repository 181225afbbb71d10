package dev.kafkalab.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The two scripts do the same: only one of them can be run here. */
class ScriptsTest {

  private static final Path ROOT = Path.of("..");

  private String unix = "";
  private String windows = "";

  @BeforeEach
  void read() throws IOException {
    unix = Files.readString(ROOT.resolve("lab"));
    windows = Files.readString(ROOT.resolve("lab.cmd"));
  }

  @Test
  void bothRunTheSameFileWithTheSameOptions() {
    assertThat(ROOT.resolve("launcher/src/main/java/dev/kafkalab/launcher/Lab.java")).exists();
    assertThat(windows.replace('\\', '/'))
        .contains("launcher/src/main/java/dev/kafkalab/launcher/Lab.java")
        .contains("grader/target/lab/launcher");
    assertThat(unix)
        .contains("launcher/src/main/java/dev/kafkalab/launcher/Lab.java")
        .contains("grader/target/lab/launcher");
    for (String script : new String[] {unix, windows}) {
      assertThat(script)
          .contains("-Xmx64m -Xshare:auto -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xlog:disable")
          .contains("--source 17")
          .contains("-Dkafkalab.root=")
          .contains("-Dkafkalab.source=");
    }
  }

  @Test
  void bothPassTheSameExitCodesOn() {
    assertThat(unix).contains("0 | 2 | 3 | 4 | 129 | 130 | 143) exit").contains("10) exit 1 ;;");
    assertThat(windows)
        .contains("in (0 2 3 4 129 130 143) do")
        .contains("if \"%code%\"==\"10\" exit /b 1");
    for (String script : new String[] {unix, windows}) {
      assertThat(script)
          .contains("The grader itself failed, and no score counts: Java ended with exit code ")
          .contains(
              "Java was not found: install a JDK 17 or newer, or set JAVA_HOME to its folder.")
          .contains("Java 17 or newer is needed");
    }
  }

  /** With other line ends Windows does not find each label, and a shell finds no interpreter. */
  @Test
  void eachHasTheLineEndsOfItsSystem() {
    assertThat(unix).doesNotContain("\r");
    assertThat(windows.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
  }
}
