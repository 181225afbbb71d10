package dev.kafkalab.grader.studentvm.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class KeptJarsTest {

  private static final byte[] BYTES = "jar".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whatIsKeptIsReadableForAll() throws Exception {
    Path jar = jars("1").jar("child.jar", () -> BYTES);

    assertThat(modeOf(jar)).isEqualTo("rw-r--r--");
    assertThat(modeOf(jar.resolveSibling("in-use"))).isEqualTo("rw-r--r--");
    assertThat(modeOf(jar.getParent())).isEqualTo("rwxr-xr-x");
  }

  @Test
  void aJarIsMadeOnce() {
    Path jar = jars("1").jar("child.jar", () -> BYTES);

    Path again =
        jars("1")
            .jar(
                "child.jar",
                () -> {
                  throw new AssertionError("it is there");
                });

    assertThat(again).isEqualTo(jar).hasBinaryContent(BYTES);
    assertThat(jar.getParent()).isDirectoryNotContaining("glob:**unfinished*");
  }

  @Test
  void earlierBuildsAreRemovedAndAnotherJavasOfThisBuildIsNot() throws Exception {
    Path earlier = Files.createDirectories(folder.resolve("student-jvm-0-a").resolve("b"));
    Path other = Files.createDirectories(folder.resolve("student-jvm-1-another"));
    Path foreign = Files.createDirectories(folder.resolve("classes"));

    Path jar = jars("1").jar("child.jar", () -> BYTES);

    assertThat(earlier.getParent()).doesNotExist();
    assertThat(other).exists();
    assertThat(foreign).exists();
    assertThat(jar).exists();
  }

  @Test
  void whatThisProcessUsesIsNotRemoved() {
    Path jar = jars("1").jar("child.jar", () -> BYTES);

    jars("2").jar("child.jar", () -> BYTES);

    assertThat(jar).exists();
  }

  @Test
  void whereNothingCanBeKeptTheFallbackIsUsed() throws Exception {
    Path fallback = Files.createDirectory(folder.resolve("fallback"));
    Path file = Files.createFile(folder.resolve("file"));

    Path jar = new KeptJars(file.resolve("grader.jar"), "1", fallback).jar("a.jar", () -> BYTES);

    assertThat(jar).isEqualTo(fallback.resolve("a.jar")).hasBinaryContent(BYTES);
    assertThat(KeptJars.keepsBeside(jar)).isFalse();
  }

  @Test
  void whatKilledProcessesLeftIsRemovedAndWhatIsBeingWrittenIsNot() throws Exception {
    Path left = Files.createFile(folder.resolve("unfinished-99999999-1"));
    Path written = Files.createFile(Unfinished.beside(folder.resolve("a.jar")));

    Unfinished.removeLeftovers(folder.resolve("a.jar"));

    assertThat(left).doesNotExist();
    assertThat(written).exists();
    assertThat(Unfinished.beside(folder.resolve("a.jar"))).isNotEqualTo(written);
  }

  private KeptJars jars(String fingerprint) {
    return new KeptJars(folder.resolve("grader.jar"), fingerprint, folder);
  }

  private static String modeOf(Path file) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
