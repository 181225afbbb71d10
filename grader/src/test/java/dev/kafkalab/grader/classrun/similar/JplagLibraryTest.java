package dev.kafkalab.grader.classrun.similar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JplagLibraryTest {

  @TempDir private Path folder;

  @Test
  void onlyAShellCanRunMavenOnWindows() {
    assertThat(JplagLibrary.command(true, List.of("-q"))).containsExactly("cmd", "/c", "mvn", "-q");
    assertThat(JplagLibrary.command(false, List.of("-q"))).containsExactly("mvn", "-q");
  }

  @Test
  void aCopyThatWasHandedOutSaysThatItCannotCompare() {
    assertThatThrownBy(() -> JplagLibrary.classPath(folder, folder))
        .isInstanceOfSatisfying(
            NotCompared.class, e -> assertThat(e.sentence()).contains("use the whole repository"));
  }
}
