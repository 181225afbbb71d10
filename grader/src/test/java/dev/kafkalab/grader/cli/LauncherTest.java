package dev.kafkalab.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {

  @AfterEach
  void forgetTheLauncher() {
    System.clearProperty("kafkalab.launcher");
  }

  @Test
  void withoutALauncherExitCodesAreWhatTheReadmeSays() {
    assertThat(Launcher.translate(1)).isEqualTo(1);
  }

  @Test
  void theLauncherIsToldOfAScoreByANumberThatJavaNeverEndsWith() {
    System.setProperty("kafkalab.launcher", "1");

    assertThat(Launcher.translate(ExitCode.BELOW.number())).isEqualTo(10);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 3, 4})
  void otherExitCodesStay(int exitCode) {
    System.setProperty("kafkalab.launcher", "1");

    assertThat(Launcher.translate(exitCode)).isEqualTo(exitCode);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void itIsGoneWhenItsProcessIs() throws IOException, InterruptedException {
    Process process = new ProcessBuilder("cat").start();
    Launcher launcher = new Launcher(process.toHandle(), false);
    assertThat(launcher.isGone()).isFalse();

    process.destroyForcibly();

    assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
    assertThat(launcher.isGone()).isTrue();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void itIsGoneWhenThisProcessHasAnotherParent() throws IOException {
    Process process = new ProcessBuilder("cat").start();
    try {
      assertThat(new Launcher(process.toHandle(), true).isGone()).isTrue();
    } finally {
      process.destroyForcibly();
    }
  }
}
