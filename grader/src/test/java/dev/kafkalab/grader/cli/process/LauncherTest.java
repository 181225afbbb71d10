package dev.kafkalab.grader.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {

  private static final ProcessHandle ME = ProcessHandle.current();

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
  void itIsThereAsLongAsItIsTheParent() {
    assertThat(new Launcher(ME.pid()).isGone(Optional.of(ME))).isFalse();
  }

  @Test
  void itIsGoneWhenAnotherParentHasTakenItsPlace() {
    assertThat(new Launcher(ME.pid() + 1).isGone(Optional.of(ME))).isTrue();
  }

  /** With too many open files nobody can be seen: a grading must not end of that. */
  @Test
  void aParentThatCannotBeSeenIsNotGone() {
    assertThat(new Launcher(ME.pid()).isGone(Optional.empty())).isFalse();
  }
}
