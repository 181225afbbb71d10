package dev.kafkalab.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kafkalab.launcher.Lab.Failure;
import dev.kafkalab.launcher.Lab.Machine;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What differs on Windows is decided by pure functions: so it is tested on every system. */
class MachineTest {

  private static final Charset WESTERN = Charset.forName("windows-1252");

  @TempDir private Path folder;

  private static Machine windows(Map<String, String> variables) {
    return new Machine(true, WESTERN, variables);
  }

  private static Machine unix(Map<String, String> variables) {
    return new Machine(false, StandardCharsets.UTF_8, variables);
  }

  @Test
  void programsAndClassPathsAreWrittenAsTheSystemHasThem() {
    assertThat(windows(Map.of()).java("C:\\jdk 17")).isEqualTo("C:\\jdk 17\\bin\\java.exe");
    assertThat(windows(Map.of()).pathSeparator()).isEqualTo(";");
    assertThat(unix(Map.of()).java("/opt/jdk 17")).isEqualTo("/opt/jdk 17/bin/java");
    assertThat(unix(Map.of()).pathSeparator()).isEqualTo(":");
  }

  @ParameterizedTest
  @ValueSource(strings = {"C:\\Users\\Jörg K\\lab", "D:\\lab", "\\\\server\\share\\lab"})
  void windowsHasAColonAfterTheDriveAndLettersOfItsCodePage(String path) {
    assertThat(windows(Map.of()).isPlain(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"C:\\Users\\Юрий\\lab", "C:\\a;b"})
  void aJvmOnWindowsIsToldNoOtherLetterAndNoSemicolon(String path) {
    assertThat(windows(Map.of()).isPlain(path)).isFalse();
  }

  @Test
  void elsewhereAPathIsPlainIfItIsAsciiWithoutAColon() {
    assertThat(unix(Map.of()).isPlain("/home/joe k/lab;1")).isTrue();
    assertThat(unix(Map.of()).isPlain("/home/jörg/lab")).isFalse();
    assertThat(unix(Map.of()).isPlain("/home/joe/a:b")).isFalse();
    assertThat(unix(Map.of()).isPlain("/home/joe/a\nb")).isFalse();
  }

  @Test
  void cachesOfAWindowsUserAreInTheLocalApplicationData() {
    Map<String, String> variables =
        Map.of(
            "LOCALAPPDATA", "C:\\Users\\Jörg K\\AppData\\Local",
            "TEMP", "C:\\Temp",
            "HOME", "/c/Users",
            "XDG_CACHE_HOME", "/c/caches");

    assertThat(windows(variables).caches())
        .containsExactly("C:\\Users\\Jörg K\\AppData\\Local", "C:\\Temp");
  }

  @Test
  void cachesElsewhereAreInTheFolderForCachesOrTheHome() {
    assertThat(unix(Map.of("XDG_CACHE_HOME", "/caches", "HOME", "/home/joe")).caches())
        .containsExactly("/caches", "/home/joe/.cache");
    assertThat(unix(Map.of("XDG_CACHE_HOME", "not/absolute", "HOME", "/home/jörg")).caches())
        .isEmpty();
    assertThat(unix(Map.of()).caches()).isEmpty();
  }

  @Test
  void aCacheThatNoClassPathCanNameIsNotUsed() {
    Map<String, String> variables =
        Map.of("LOCALAPPDATA", "C:\\Users\\Юрий\\AppData\\Local", "TEMP", "relative");

    assertThat(windows(variables).caches()).isEmpty();
  }

  @Test
  void mavenIsAScriptOnWindowsThatOnlyAShellCanRun() throws IOException {
    program("mvn.cmd");
    Map<String, String> variables = Map.of("PATH", "\"C:\\a quoted one\";" + folder);

    assertThat(windows(variables).maven()).containsExactly("cmd", "/c", "mvn");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // this folder's path has a colon there
  void elsewhereMavenIsAProgram() throws IOException {
    program("mvn");

    assertThat(unix(Map.of("PATH", "/no/such:" + folder)).maven()).containsExactly("mvn");
  }

  @Test
  void whoeverHasNoMavenIsToldWhatToInstall() throws IOException {
    program("mvn");

    assertThatThrownBy(() -> windows(Map.of("PATH", folder.toString())).maven())
        .isInstanceOf(Failure.class)
        .hasMessage("The grader must be built, but mvn was not found: install Maven 3.8 or newer.");
    assertThatThrownBy(() -> unix(Map.of()).maven()).isInstanceOf(Failure.class);
  }

  @Test
  void aTemporaryFolderWithAColonIsRefusedWhereJavaCannotUseIt() {
    assertThatThrownBy(() -> unix(Map.of("TMPDIR", "/a:b")).check())
        .hasMessage(
            "TMPDIR is /a:b, but Java cannot use a folder with ':' in its path: choose another"
                + " one.");
    windows(Map.of("TMPDIR", "C:\\Temp")).check();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // this folder's path has a colon there
  void temporaryFilesGoWhereTheUserSays() {
    assertThat(unix(Map.of("TMPDIR", folder.toString())).temporary()).contains(folder);
    assertThat(unix(Map.of("TMPDIR", folder + "/missing")).temporary()).isEmpty();
    assertThat(unix(Map.of()).temporary()).isEmpty();
    assertThat(windows(Map.of("TMPDIR", folder.toString())).temporary()).isEmpty();
  }

  private void program(String name) throws IOException {
    File program = Files.createFile(folder.resolve(name)).toFile();
    assertThat(program.setExecutable(true)).isTrue();
  }
}
