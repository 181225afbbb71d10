package dev.kafkalab.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kafkalab.launcher.Lab.Build;
import dev.kafkalab.launcher.Lab.Builds;
import dev.kafkalab.launcher.Lab.Failure;
import dev.kafkalab.launcher.Lab.Machine;
import dev.kafkalab.launcher.Lab.Sources;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {

  private static final FileTime BEFORE = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
  private static final FileTime AFTER = FileTime.from(Instant.parse("2026-01-02T00:00:00Z"));

  @TempDir private Path root;
  private Build build;
  private Path source;

  @BeforeEach
  void buildOnce() throws IOException {
    source = root.resolve("grader/src/main/A.java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, "class A {}");
    build = new Build(Files.createDirectory(root.resolve("build")));
    Files.createDirectory(build.folder().resolve("lib"));
    for (String each :
        new String[] {"grader.jar", "grader-child.jar", "lab-api.jar", "lib/a.jar"}) {
      Files.createFile(build.folder().resolve(each));
    }
    Files.writeString(build.folder().resolve("libraries"), "a.jar\n");
    Files.createFile(build.folder().resolve("built"));
    Files.writeString(build.folder().resolve("sources"), new Sources(root).checksum());
    everythingBefore(build.folder().resolve("built"));
  }

  private void everythingBefore(Path built) throws IOException {
    Files.setLastModifiedTime(source, BEFORE);
    Files.setLastModifiedTime(source.getParent(), BEFORE);
    Files.setLastModifiedTime(root.resolve("grader/src/main"), BEFORE);
    Files.setLastModifiedTime(built, AFTER);
  }

  @Test
  void aBuildIsCompleteWithAllItsJars() throws IOException {
    assertThat(build.isComplete()).isTrue();
    assertThat(build.jars())
        .extracting(jar -> build.folder().relativize(jar).toString().replace('\\', '/'))
        .containsExactly("grader.jar", "grader-child.jar", "lab-api.jar", "lib/a.jar");

    Files.delete(build.folder().resolve("lib/a.jar"));

    assertThat(build.isComplete()).isFalse();
  }

  @Test
  void aCopyOfTheSourcesIsNoChange() throws IOException {
    Files.setLastModifiedTime(source, FileTime.from(Instant.now()));

    assertThat(build.isStale(new Sources(root))).isFalse();
  }

  @Test
  void aChangedSourceMakesItStale() throws IOException {
    Files.writeString(source, "class A { }");

    assertThat(build.isStale(new Sources(root))).isTrue();
  }

  @Test
  void aRemovedSourceMakesItStale() throws IOException {
    Files.delete(source);

    assertThat(build.isStale(new Sources(root))).isTrue();
  }

  @Test
  void whatWasHandedOutIsNeverStale() throws Exception {
    Path jars = root.resolve("grader/jars");
    Files.move(build.folder(), jars);
    Files.writeString(source, "class A { }");

    assertThat(new Builds(root, withoutMaven()).ready()).isEqualTo(new Build(jars));
  }

  @Test
  void whatWasHandedOutIncompletelyIsNotReplaced() throws Exception {
    Path jars = root.resolve("grader/jars");
    Files.move(build.folder(), jars);
    Files.delete(jars.resolve("lib/a.jar"));

    assertThatThrownBy(() -> new Builds(root, withoutMaven()).ready())
        .isInstanceOf(Failure.class)
        .hasMessage("Some jars are missing in %s.".formatted(jars));
  }

  private static Machine withoutMaven() {
    boolean isWindows = File.separatorChar == '\\';
    return new Machine(isWindows, StandardCharsets.UTF_8, Map.of("PATH", "/no/such"));
  }
}
